/**
 * A FACTS file to fill in. Lines that state facts are comments: with their leading `# ` removed they are valid as they
 * stand, whatever of them is left in. The first unit of a sheet and class lists every clause; the others follow it.
 */
import {
  type BonusKind,
  type ClauseProgram,
  indicatorsOf,
  type Program,
  ruleText,
  type SheetProgram,
  type UnitClass,
} from '@kaohe/scoring';
import { observationExample } from '../wording/observation-words.js';
import { documentLine } from './document-line.js';

export interface TemplateUnit {
  readonly name: string;
  readonly sheet: string;
  readonly class: UnitClass;
  /** Not of the population: its sheet and class are stated. */
  readonly outside?: true;
}

export function templateJson({ scheme, forms }: Program, units: readonly TemplateUnit[]) {
  return {
    scheme: scheme.id,
    unmentioned: 'open',
    units: Object.fromEntries(units.map((unit) => [unit.name, { ...placeOf(unit), observations: {}, closed: [] }])),
    ratings: Object.fromEntries([...forms.keys()].map((form) => [form, {}])),
    accidents: [],
  };
}

/** A name as it can stand in YAML. */
function keyOf({ name }: TemplateUnit): string {
  return /^[\p{L}\p{N}]+$/u.test(name) ? name : JSON.stringify(name);
}

function placeOf(unit: TemplateUnit): object {
  return unit.outside ? { sheet: unit.sheet, class: unit.class } : {};
}

export function templateText(program: Program, units: readonly TemplateUnit[]): string {
  const { scheme } = program;
  const explained = new Set<string>();
  const unitBlocks = units.map((unit) => {
    const like = applyingTo(program, unit).join(' ');
    const first = !explained.has(like);
    explained.add(like);
    return unitLines(program, unit, first);
  });
  return [
    `# ${scheme.title}`,
    `# ${documentLine(scheme)}  ${scheme.titleEn}`,
    '# 填写：去掉要填的行和它上面小标题（如 observations:）行首的“# ”，改成核到的事实；没有问题的行写进 closed。只填事实，不填扣分。',
    '# To fill in: remove the leading “# ” of a line and of its heading (observations:), and state what was found; rows in order go into closed. Facts, never points.',
    `scheme: ${scheme.id}`,
    'unmentioned: open   # 没有提到的就是还没有核 · what is not mentioned is not yet known；nothing-found：都核过，没有问题 · looked at and in order',
    ...firstReading(program),
    'units:',
    ...unitBlocks.flat(),
    ...ratingLines(program, units),
    ...accidentLines(program, units),
  ].join('\n');
}

function firstReading({ scheme }: Program): string[] {
  const open = Object.entries(scheme.readings).find(([, { alternatives }]) => Object.keys(alternatives).length > 1);
  if (!open) return [];
  const [name, { adopted, alternatives }] = open;
  const other = Object.keys(alternatives).find((alternative) => alternative !== adopted);
  return [`# readings: { ${name}: ${other} }   # 换用另一种读法 · another reading than the adopted one`];
}

/** Ids of the clauses that apply to a unit. */
function applyingTo({ sheets }: Program, unit: TemplateUnit): string[] {
  const clauses = sheets.get(unit.sheet)?.items.flatMap((item) => item.clauses) ?? [];
  return clauses.filter((compiled) => applies(compiled, unit)).map(({ clause }) => clause.id);
}

function applies({ classes, units }: ClauseProgram, unit: TemplateUnit): boolean {
  return classes.includes(unit.class) && (units?.includes(unit.name) ?? true);
}

function unitLines(program: Program, unit: TemplateUnit, explained: boolean): string[] {
  const sheet = program.sheets.get(unit.sheet);
  if (!sheet) return [];
  const rows = sheet.items.flatMap(({ item }) => item.rows.map((row) => row.id));
  const head = [
    `  ${keyOf(unit)}:`,
    ...Object.entries(placeOf(unit)).map(([key, value]) => `    ${key}: ${value}`),
    `    closed: []   # 核过、没有（别的）问题的行 · rows in order: [${rows.slice(0, 2).join(', ')}]；全部 all`,
  ];
  if (!explained) return [...head, '    # observations、bonus、talks、indicators：写法同上 · as above'];
  return [...head, ...observationLines(sheet, unit), ...registerLines(program, sheet)];
}

function observationLines(sheet: SheetProgram, unit: TemplateUnit): string[] {
  const items = sheet.items.flatMap(({ item, clauses }) => {
    const applying = clauses.filter((compiled) => applies(compiled, unit));
    return [`    #   # ${item.name}（${item.fullMarks}分）`, ...applying.flatMap(clauseLines)];
  });
  return ['    # observations:', ...items];
}

function clauseLines(compiled: ClauseProgram): string[] {
  const { clause, row, register } = compiled;
  const words = clause.rules.map((rule) => ruleText(rule).zh).join('；') || '不计分 · scores nothing';
  const example = observationExample(compiled);
  const head = `    #   # ${clause.id} 第${row.row}行“${clause.quote}”→ ${words}`;
  if (example !== undefined) return [head, `    #   ${clause.id}: ${example}`];
  return [register ? `${head}；由 ${register} 得出，不填 · follows from ${register}, never typed` : head];
}

function registerLines(program: Program, sheet: SheetProgram): string[] {
  const indicators = indicatorsOf(sheet).map(
    ({ name, unit }) => `    #   ${name}: { numerator: 0, denominator: "1", edition: 初步核算 }   # ${unit}`,
  );
  const none = '    # indicators:   # 没有分母的 · without denominator: { notApplicable: true }';
  return [...bonusLines(program), ...talkLines(program), ...(indicators.length > 0 ? [none, ...indicators] : [])];
}

/** Only where the scheme counts somebody's talks. */
function talkLines({ scheme, clauses }: Program): string[] {
  const rules = [...clauses.values()].flatMap(({ clause }) => clause.rules);
  const conditions = [...scheme.vetoes, ...scheme.awards.flatMap((award) => award.disqualified)].map(
    ({ when }) => when,
  );
  const [by] = [...rules, ...conditions].flatMap((one) => ('by' in one && one.by ? one.by : []));
  if (by === undefined) return [];
  return [
    '    # 约谈：没有写 talks: [] · none: talks: []',
    '    # talks:',
    `    #   - { by: ${by}, on: ${scheme.period.to} }`,
  ];
}

function bonusLines({ scheme }: Program): string[] {
  const { kinds, perDeed, cap } = scheme.bonus;
  const once = perDeed ? '一项工作只加一次 · one deed counts once；' : '';
  const [first] = kinds;
  return [
    `    # 加分：最多${cap}分 · at most ${cap}；${once}没有写 bonus: [] · none: bonus: []`,
    '    # bonus:',
    ...kinds.map((kind) => `    #   # ${kind.kind} ${kind.name}：${pointsOf(kind)}`),
    ...(first ? [`    #   - ${deedExample(first)}`] : []),
  ];
}

function pointsOf({ levels, amount, judgement }: BonusKind): string {
  if (judgement) return '由考核人评分，写明理由 · a mark with its reason';
  return levels
    ? Object.entries(levels)
        .map(([level, points]) => `${level} ${points}`)
        .join('，')
    : `${amount}`;
}

function deedExample({ kind, levels, judgement }: BonusKind): string {
  if (judgement) return `{ deed: 工作名称, kind: ${kind}, mark: "1", reason: 理由 }`;
  const [level] = Object.keys(levels ?? {});
  return `{ deed: 工作名称, kind: ${kind}${level === undefined ? '' : `, level: ${level}`} }`;
}

function ratingLines({ forms }: Program, units: readonly TemplateUnit[]): string[] {
  const name = units[0] ? keyOf(units[0]) : '';
  const lines = [...forms.values()].flatMap(({ form }) => [
    `  ${form.id}: {}   # ${form.raterName}：应${form.raters}票，每票0—${form.scale} · ${form.raters} ballots of 0–${form.scale}`,
    `  # 填时把 {} 换成 · to fill in, replace {} by: { ${name}: { sum: 150, ballots: ${form.raters} } }，或逐票 · or each ballot: { ${name}: [9, 9.5, 10] }`,
  ]);
  return lines.length > 0 ? ['ratings:', ...lines] : [];
}

function accidentLines({ scheme }: Program, units: readonly TemplateUnit[]): string[] {
  return [
    '# 事故：死亡、重伤、直接经济损失（元）定级；final: false 为伤亡人数还可能变动',
    '# Accidents: deaths, serious injuries and direct loss (yuan) decide the level; final: false while casualties may change',
    `# 填时把 [] 换成 · to fill in, replace [] by: [ { id: A-01, on: ${scheme.period.to}, place: ${units[0] ? keyOf(units[0]) : ''}, industry: 工矿商贸, department: 市应急局, deaths: 0, seriousInjuries: 0, directEconomicLossYuan: "0", responsible: false, final: true } ]`,
    'accidents: []',
  ];
}
