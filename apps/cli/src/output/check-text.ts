/** The findings of a scheme for people: by severity, the findings of one kind together, every place in words. */
import type { ExaminedFolder } from '@kaohe/scheme-files';
import {
  type Counterexample,
  FINDING_SEVERITIES,
  type FindingGroup,
  groupByKind,
  type Language,
  type Outcome,
  type Program,
  placesAt,
  type SchemeFinding,
  type Text,
} from '@kaohe/scoring';
import { alignColumns } from './columns.js';

const WORDS = {
  zh: {
    severity: { defect: '缺陷', risk: '风险', note: '提示' },
    example: '例',
    adopted: '采用的读法',
    vetoed: (names: readonly string[]) => `（否决：${names.join('、')}）`,
    none: '没有发现问题。',
    total: (count: number) => `共${count}条`,
    count: (count: number) => `${count}条`,
    places: (count: number) => `等${count}处`,
    colon: '：',
  },
  en: {
    severity: { defect: 'defect', risk: 'risk', note: 'note' },
    example: 'example',
    adopted: 'as adopted',
    vetoed: (names: readonly string[]) => ` (vetoed: ${names.join(', ')})`,
    none: 'Nothing found.',
    total: (count: number) => (count === 1 ? '1 finding' : `${count} findings`),
    count: (count: number) => `${count}`,
    places: (count: number) => `… ${count} places`,
    colon: ': ',
  },
} as const;

const MOST_PLACES = 4;
const LONGEST_QUOTE = 120;

interface Shown {
  readonly program: Program;
  readonly lang: Language;
}

export function findingsText({ program, findings }: ExaminedFolder, lang: Language): string {
  const words = WORDS[lang];
  if (findings.length === 0) return words.none;
  const groups = groupByKind(findings).map((group) => groupText(group, { program, lang }));
  return [...groups, countsText(findings, lang)].join('\n\n');
}

/** The kind once with its code, its reason once where all share it, then each finding. */
function groupText({ severity, title, findings }: FindingGroup<SchemeFinding>, shown: Shown): string {
  const { lang } = shown;
  const words = WORDS[lang];
  const [first] = findings;
  const shared = findings.every(({ why }) => why[lang] === first?.why[lang]);
  return [
    `${words.severity[severity]}  ${title[lang]}  ${words.count(findings.length)}  (${first?.code})`,
    ...(shared ? [`  ${first?.why[lang]}`] : []),
    ...findings.flatMap((one, index) => findingLines(one, { ...shown, number: index + 1, told: shared, kind: title })),
  ].join('\n');
}

interface Numbered extends Shown {
  readonly number: number;
  /** Whether the reason stands above already. */
  readonly told: boolean;
  readonly kind: Text;
}

function findingLines(finding: SchemeFinding, { number, told, kind, ...shown }: Numbered): string[] {
  const { quote, title, why, counterexample } = finding;
  const { lang } = shown;
  const own = title[lang] === kind[lang] ? '' : `${WORDS[lang].colon}${title[lang]}`;
  return [
    `  ${number}. ${placesText(finding, shown)}${own}`,
    ...(quote === undefined ? [] : [`     “${cut(quote)}”`]),
    ...(told ? [] : [`     ${why[lang]}`]),
    ...(counterexample ? exampleLines(counterexample, shown) : []),
  ];
}

function placesText({ at }: SchemeFinding, { program, lang }: Shown): string {
  const places = placesAt(program.scheme, at).map(({ words }) => words[lang]);
  const named = places.slice(0, MOST_PLACES).join(lang === 'zh' ? '、' : '; ');
  return places.length > MOST_PLACES ? `${named} ${WORDS[lang].places(places.length)}` : named;
}

function cut(quote: string): string {
  const characters = Array.from(quote.replace(/\s+/g, ' '));
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : characters.join('');
}

/** The claim, and under it what each reading makes of the same facts; `name=alternative` is what --readings takes. */
function exampleLines({ claim, unit, outcomes, against }: Counterexample, { program, lang }: Shown): string[] {
  const words = WORDS[lang];
  const rows = outcomes.map(({ readings, total, grade, vetoes = [] }) => [
    total,
    `${gradeName(program, grade, lang)}${vetoes.length > 0 ? words.vetoed(vetoes.map((one) => one[lang])) : ''}`,
    Object.keys(readings).length === 0 ? words.adopted : takenText(readings, { program, lang }),
  ]);
  if (against) {
    const other = against.unit === unit ? '' : `${unitName(program, against.unit, lang)}${words.colon}`;
    rows.push([against.total, gradeName(program, against.grade, lang), `${other}${against.words[lang]}`]);
  }
  const table = rows.length > 1 ? alignColumns(rows).split('\n') : [];
  const name = unitName(program, unit, lang);
  return [`     ${words.example} ${name}${words.colon}${claim[lang]}`, ...table.map((row) => `        ${row}`)];
}

function takenText(readings: Outcome['readings'], { program, lang }: Shown): string {
  const taken = Object.entries(readings).map(([name, alternative]) => {
    const words = program.scheme.readings[name]?.alternatives[alternative];
    return `${lang === 'zh' ? words?.text : words?.textEn} (${name}=${alternative})`;
  });
  return taken.join(lang === 'zh' ? '，' : ', ');
}

function unitName({ scheme }: Program, unit: string, lang: Language): string {
  return (lang === 'en' && scheme.population.units.find(({ name }) => name === unit)?.nameEn) || unit;
}

function gradeName({ scheme }: Program, grade: string, lang: Language): string {
  return (lang === 'en' && scheme.gradeBands.find((band) => band.grade === grade)?.gradeEn) || grade;
}

function countsText(findings: readonly SchemeFinding[], lang: Language): string {
  const words = WORDS[lang];
  const counts = FINDING_SEVERITIES.map(
    (severity) => `${words.severity[severity]} ${findings.filter((one) => one.severity === severity).length}`,
  );
  return `${words.total(findings.length)}${words.colon}${counts.join('  ')}`;
}
