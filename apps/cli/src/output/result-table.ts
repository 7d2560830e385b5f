/** A result as tables for people, one a sheet: by rank, vetoed units last. */
import {
  type AssessedUnit,
  type Assessment,
  formatInterval,
  type Language,
  openParts,
  openRows,
  type Program,
  type SheetProgram,
} from '@kaohe/scoring';
import { alignColumns } from './columns.js';
import { documentLine } from './document-line.js';

const WORDS = {
  zh: {
    columns: { rank: '名次', unit: '单位', total: '总分', grade: '等次', award: '评先', veto: '否决', open: '未核' },
    yes: '可以',
    no: '否',
    undecided: '未定',
    possible: '（可能）',
    bonus: '加分',
    more: (count: number) => `等${count}行`,
    provisional: '暂定（伤亡人数还可能变动）',
    readings: '另选的读法',
    noUnits: 'FACTS 里没有单位。',
    edition: '版本',
  },
  en: {
    columns: { rank: 'rank', unit: 'unit', total: 'total', grade: 'grade', award: 'award', veto: 'veto', open: 'open' },
    yes: 'yes',
    no: 'no',
    undecided: 'undecided',
    possible: ' (possible)',
    bonus: 'bonus',
    more: (count: number) => `… ${count} rows`,
    provisional: 'provisional (casualties may still change)',
    readings: 'other readings asked for',
    noUnits: 'The FACTS have no units.',
    edition: 'edition',
  },
} as const;

const SEPARATOR = { zh: '、', en: ', ' } as const;
const MOST_ROWS = 5;

interface Context {
  readonly program: Program;
  readonly lang: Language;
}

export function resultTable(assessment: Assessment, edition: string, lang: Language): string {
  const { program, units } = assessment;
  const context = { program, lang };
  const words = WORDS[lang];
  const { scheme } = program;
  const blocks = [...program.sheets.values()].flatMap((sheet) => {
    const entered = units.filter(({ scored }) => scored.facts.sheet === sheet.sheet.id);
    return entered.length > 0 ? [sheetTable(context, sheet, entered)] : [];
  });
  const title = lang === 'zh' ? scheme.title : scheme.titleEn;
  const head = `${title}\n${documentLine(scheme)}  ${words.edition} ${edition}`;
  const notes = [readingsNote(context), provisionalNote(units, lang)].filter((note) => note !== '');
  return [head, ...(blocks.length > 0 ? blocks : [words.noUnits]), ...notes].join('\n\n');
}

function sheetTable(context: Context, { sheet, parts }: SheetProgram, units: readonly AssessedUnit[]): string {
  const { columns } = WORDS[context.lang];
  const zh = context.lang === 'zh';
  const header = [
    columns.rank,
    columns.unit,
    ...parts.map(({ part }) => (zh ? part.name : part.nameEn)),
    columns.total,
    columns.grade,
    columns.award,
    columns.veto,
    columns.open,
  ];
  const rows = byRank(units).map((unit) => unitRow(context, unit));
  return `${zh ? sheet.title : sheet.titleEn}\n${alignColumns([header, ...rows])}`;
}

/** Ranked units first; the order of the facts decides between equals. */
function byRank(units: readonly AssessedUnit[]): AssessedUnit[] {
  const key = ({ rank }: AssessedUnit) => [rank?.least ?? Infinity, rank?.most ?? Infinity] as const;
  return [...units].sort((a, b) => {
    const [aLeast, aMost] = key(a);
    const [bLeast, bMost] = key(b);
    if (aLeast !== bLeast) return aLeast < bLeast ? -1 : 1;
    return aMost === bMost ? 0 : aMost < bMost ? -1 : 1;
  });
}

function unitRow(context: Context, unit: AssessedUnit): string[] {
  const { scored, decision, rank, provisional } = unit;
  const total = formatInterval(scored.total);
  return [
    rank === undefined ? '—' : rank.least === rank.most ? `${rank.least}` : `${rank.least}–${rank.most}`,
    unitName(context, scored.facts.unit),
    ...scored.parts.map((part) => formatInterval(part.score)),
    provisional.length > 0 ? `${total}*` : total,
    decision.grades.map((grade) => gradeName(context, grade)).join('/'),
    awardText(context, unit),
    vetoText(context, unit),
    openText(context, unit),
  ];
}

function unitName({ program, lang }: Context, name: string): string {
  if (lang === 'zh') return name;
  return program.scheme.population.units.find((unit) => unit.name === name)?.nameEn ?? name;
}

function gradeName({ program, lang }: Context, name: string): string {
  if (lang === 'zh') return name;
  return program.scheme.gradeBands.find(({ grade }) => grade === name)?.gradeEn ?? name;
}

/** Of each award; where the grade alone does not rule it out, the grounds are shown. A scheme without awards says nothing of them. */
function awardText({ lang }: Context, { decision }: AssessedUnit): string {
  const several = decision.awards.length > 1;
  const lines = decision.awards.map(({ award, eligible, why }) => {
    const byGradeAlone = !decision.grades.some((grade) => award.grades.includes(grade));
    const grounds = why.map((ground) => ground[lang]).join(SEPARATOR[lang]);
    const words = eligible !== 'no' || byGradeAlone ? WORDS[lang][eligible] : `${WORDS[lang].no}: ${grounds}`;
    return several ? `${lang === 'zh' ? award.name : award.nameEn} ${words}` : words;
  });
  return lines.length > 0 ? lines.join(SEPARATOR[lang]) : '—';
}

function vetoText({ lang }: Context, { decision }: AssessedUnit): string {
  const certain = decision.vetoes.map(({ why }) => why[lang]);
  const possible = decision.possibleVetoes.map(({ veto }) => (lang === 'zh' ? veto.name : veto.id));
  return [...certain, ...possible.map((name) => `${name}${WORDS[lang].possible}`)].join(SEPARATOR[lang]);
}

function openText({ program, lang }: Context, { scored }: AssessedUnit): string {
  const words = WORDS[lang];
  const rows = openRows(scored.items).map((row) => row.slice(row.indexOf('/') + 1));
  const parts = openParts(scored).map((id) => {
    const part = program.sheets.get(scored.facts.sheet)?.parts.find((one) => one.part.id === id)?.part;
    if (!part) return words.bonus;
    return lang === 'zh' ? part.name : part.nameEn;
  });
  const shown = rows.length > MOST_ROWS ? [...rows.slice(0, 2), words.more(rows.length)] : rows;
  return [...shown, ...parts].join(SEPARATOR[lang]);
}

function readingsNote({ program, lang }: Context): string {
  const { readings } = program.scheme;
  const other = Object.entries(program.readings).filter(([name, taken]) => readings[name]?.adopted !== taken);
  if (other.length === 0) return '';
  const lines = other.map(([name, taken]) => {
    const alternative = readings[name]?.alternatives[taken];
    return `  ${name}=${taken}  ${lang === 'zh' ? alternative?.text : alternative?.textEn}`;
  });
  return `${WORDS[lang].readings}\n${lines.join('\n')}`;
}

function provisionalNote(units: readonly AssessedUnit[], lang: Language): string {
  const ids = [...new Set(units.flatMap(({ provisional }) => provisional))];
  return ids.length === 0 ? '' : `* ${WORDS[lang].provisional}: ${ids.join(', ')}`;
}
