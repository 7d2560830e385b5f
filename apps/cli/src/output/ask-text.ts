/** Answers to questions put to a scheme, as text for people. */
import type { Flip } from '@kaohe/scheme-files';
import {
  type AssessedUnit,
  type Assessment,
  type Deciding,
  decidingOf,
  type ExtremeFacts,
  formatExact,
  type Goal,
  isRawObject,
  type Language,
  marginsOf,
  type Program,
  type RawObject,
  type RawTree,
  type ReachableGrade,
  type Recoverable,
} from '@kaohe/scoring';
import { alignColumns } from './columns.js';

/** A word in the two languages, side by side. */
const both = <Value>(zh: Value, en: Value) => ({ zh, en });

const WORDS = {
  most: both('最高', 'most'),
  least: both('最低', 'least'),
  total: both('总分', 'total'),
  sheet: both('细则得分', 'sheet score'),
  proven: both('已证实：下面的事实正好计出此分', 'proven: the facts below score exactly this'),
  notProven: both(
    (bound: string) => `没有证实：规则最远允许到 ${bound}，找到的事实只到这里`,
    (bound: string) => `not proven: the rules allow ${bound} at the furthest, the facts found reach only this`,
  ),
  grade: both('等次', 'grade'),
  facts: both(
    '做到这一步的一组事实（可存为文件，用 kaohe score 计分）：',
    'one set of facts that does it (save it to a file and score it with kaohe score):',
  ),
  grades: both(['等次', '能否达到', '总分', '怎样会到'], ['grade', 'reached', 'total', 'what takes it there']),
  reached: both(
    { yes: '能', 'not-shown': '规则允许，没有找到实例', no: '不能' },
    { yes: 'yes', 'not-shown': 'allowed by the rules, no example found', no: 'no' },
  ),
  asIs: both('其余一切最好', 'everything else at its best'),
  noGrades: both('这个方案没有等次。', 'This scheme has no grades.'),
  flips: both(
    ['读法', '改为', '单位', '总分', '等次', '名次'],
    ['reading', 'changed to', 'unit', 'total', 'grade', 'rank'],
  ),
  unmoved: both('改了也不影响任何单位', 'would move nobody'),
  margins: both(
    ['单位', '差', '到', '分数', '补上这些就够'],
    ['unit', 'margin', 'to', 'points', 'enough if given back'],
  ),
  kinds: both({ grade: '等次', rank: '名次' }, { grade: 'grade', rank: 'rank' }),
  level: both(
    (unit: string) => `追平${unit}`,
    (unit: string) => `level with ${unit}`,
  ),
  never: both('全部补上也不够', 'all of them would not do'),
  open: both('（未核）', ' (open)'),
  none: both('没有更高的等次和名次可争。', 'There is no higher grade or rank to reach.'),
  deciding: both(
    ['单位', '未决', '大项', '最多动总分', '能决定', '等次线', '可能越过'],
    ['unit', 'open', 'item', 'moves total by', 'decides', 'limits', 'may pass'],
  ),
  subjects: both(
    { item: '大项', sheet: '细则', total: '总分', grade: '等次', rank: '名次' },
    { item: 'item', sheet: 'sheet', total: 'total', grade: 'grade', rank: 'rank' },
  ),
  decided: both('没有未决的事项。', 'Nothing is open that decides anything.'),
  bonus: both('加分', 'bonus'),
  registers: both(
    { accidents: '事故台账', talks: '约谈台账' },
    { accidents: 'accidents register', talks: 'talks register' },
  ),
};

const SEPARATOR = { zh: '、', en: ', ' } as const;

export interface Reader {
  readonly program: Program;
  readonly lang: Language;
}

/** The greatest or least score, whether it is proven, and the facts. */
export function extremeText({ program, lang }: Reader, goal: Goal, found: ExtremeFacts): string {
  const of = goal.of === 'total' || goal.of === 'sheet' ? WORDS[goal.of][lang] : goal.of;
  const value = `${WORDS[goal.end][lang]}${lang === 'zh' ? '' : ' '}${of}  ${formatExact(found.value)}`;
  const proof = found.proven ? WORDS.proven[lang] : WORDS.notProven[lang](formatExact(found.bound));
  const outcome = `${WORDS.total[lang]}  ${formatExact(found.total)}  ${WORDS.grade[lang]}  ${gradesText({ program, lang }, found.grades)}`;
  return [value, proof, outcome, '', WORDS.facts[lang], factsText(found.facts)].join('\n');
}

export function reachableText(reader: Reader, grades: readonly ReachableGrade[]): string {
  const rows = grades.map(({ grade, reached, total, because }) => [
    gradesText(reader, [grade]),
    WORDS.reached[reader.lang][reached],
    total ? formatExact(total) : '',
    reached !== 'yes' ? '' : because.length > 0 ? because.join(SEPARATOR[reader.lang]) : WORDS.asIs[reader.lang],
  ]);
  return rows.length > 0 ? alignColumns([WORDS.grades[reader.lang], ...rows]) : WORDS.noGrades[reader.lang];
}

export function flipsText({ program, lang }: Reader, flips: readonly Flip[]): string {
  const change = ([before, after]: readonly [string, string]) => (before === after ? before : `${before} → ${after}`);
  const grades = (shown: string) => gradesText({ program, lang }, shown.split(' / '));
  const rows = flips.flatMap(({ reading, alternative, units }) =>
    units.map(({ unit, total, grades: [was, is], rank }) => [
      reading,
      alternative,
      unitText({ program, lang }, unit),
      change(total),
      change([grades(was), grades(is)]),
      change(rank),
    ]),
  );
  const idle = flips.filter(({ units }) => units.length === 0).map((one) => `${one.reading}=${one.alternative}`);
  const table = rows.length > 0 ? [alignColumns([WORDS.flips[lang], ...rows])] : [];
  const rest = idle.length > 0 ? [`${WORDS.unmoved[lang]}:\n  ${idle.join('\n  ')}`] : [];
  return [...table, ...rest].join('\n\n');
}

export function marginsText(assessment: Assessment, units: readonly AssessedUnit[], lang: Language): string {
  const reader = { program: assessment.program, lang };
  const rows = units.flatMap((unit) =>
    marginsOf(assessment, unit).map(({ kind, to, points, rows: given }) => [
      unitText(reader, unit.scored.facts.unit),
      WORDS.kinds[lang][kind],
      kind === 'grade' ? gradesText(reader, [to]) : WORDS.level[lang](unitText(reader, to)),
      formatExact(points),
      givenText(given, lang) || WORDS.never[lang],
    ]),
  );
  return rows.length > 0 ? alignColumns([WORDS.margins[lang], ...rows]) : WORDS.none[lang];
}

/** Clauses that help only together stand before one number. */
function givenText(given: readonly Recoverable[], lang: Language): string {
  const shown = given.map(({ clause, worth, open }) => {
    const name = `${clause}${open ? WORDS.open[lang] : ''}`;
    return worth.n === 0n ? `${name} & ` : `${name} +${formatExact(worth)}; `;
  });
  return shown.join('').replace(/; $/, '');
}

export function decidingText(assessment: Assessment, units: readonly AssessedUnit[], lang: Language): string {
  const reader = { program: assessment.program, lang };
  const rows = units.flatMap((unit) =>
    decidingOf(assessment, unit).map((one) => [
      unitText(reader, unit.scored.facts.unit),
      openName(reader, unit, one),
      one.item ?? '',
      formatExact(one.swing),
      one.decides.map((subject) => WORDS.subjects[lang][subject]).join(SEPARATOR[lang]),
      gradesText(reader, one.limits),
      one.past.map((name) => unitText(reader, name)).join(SEPARATOR[lang]),
    ]),
  );
  return rows.length > 0 ? alignColumns([WORDS.deciding[lang], ...rows]) : WORDS.decided[lang];
}

function openName({ lang }: Reader, { scored }: AssessedUnit, { id, kind }: Deciding): string {
  if (kind === 'row') return id;
  if (id === 'accidents' || id === 'talks') return WORDS.registers[lang][id];
  const part = scored.parts.find(({ compiled }) => compiled.part.id === id)?.compiled.part;
  if (!part) return WORDS.bonus[lang];
  return lang === 'zh' ? part.name : part.nameEn;
}

function unitText({ program, lang }: Reader, name: string): string {
  if (lang === 'zh') return name;
  return program.scheme.population.units.find((unit) => unit.name === name)?.nameEn ?? name;
}

function gradesText({ program, lang }: Reader, grades: readonly string[]): string {
  const { gradeBands, vetoes } = program.scheme;
  const english = (grade: string) =>
    gradeBands.find((band) => band.grade === grade)?.gradeEn ?? vetoes.find((veto) => veto.grade === grade)?.gradeEn;
  const names = lang === 'zh' ? grades : grades.map((grade) => english(grade) ?? grade);
  return names.join('/');
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_/.-]*$/u;

/** FACTS as YAML: blocks down to an observation, which takes one line. */
export function factsText(facts: RawObject): string {
  return blockLines(facts, 0).join('\n');
}

function blockLines(tree: RawObject, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = `${indent}${PLAIN.test(key) ? key : JSON.stringify(key)}:`;
    if (depth < 3 && isRawObject(value) && Object.keys(value).length > 0)
      return [name, ...blockLines(value, depth + 1)];
    if (depth < 3 && Array.isArray(value) && value.length > 0)
      return [name, ...value.map((entry: RawTree) => `${indent}  - ${JSON.stringify(entry)}`)];
    return [`${name} ${JSON.stringify(value)}`];
  });
}
