/** A scheme as text for people: the printed order, each clause with its sentence and its rule in words. */
import {
  type ClauseProgram,
  type Criterion,
  cellText,
  type ItemProgram,
  type Language,
  type Program,
  ruleText,
  type SheetProgram,
} from '@kaohe/scoring';
import { observationExample } from '../wording/observation-words.js';
import { alignColumns } from './columns.js';
import { documentLine } from './document-line.js';
import { countsOf } from './scheme-json.js';

const SUPPLIERS = { team: '考核组', office: '安委办', division: '处室' } as const;
const REGISTERS = {
  zh: { accidents: '事故台账', talks: '约谈台账', indicators: '指标台账' },
  en: { accidents: 'accidents', talks: 'talks', indicators: 'indicators' },
} as const;

export function countsText({ sheets }: Program, lang: Language): string {
  const header =
    lang === 'zh' ? ['细则表', '大项', '行', '条款', '规则'] : ['sheet', 'items', 'rows', 'clauses', 'rules'];
  const rows = [...sheets.values()].map((sheet) => {
    const { items, rows, clauses, rules } = countsOf(sheet);
    return [sheet.sheet.id, `${items}`, `${rows}`, `${clauses}`, `${rules}`];
  });
  return alignColumns([header, ...rows]);
}

export function schemeText(program: Program, edition: string, lang: Language): string {
  const sheets = [...program.sheets.values()].map((sheet) => sheetText(sheet, lang));
  return [headText(program, edition, lang), readingsText(program, lang), ...sheets].join('\n\n');
}

function headText({ scheme }: Program, edition: string, lang: Language): string {
  const zh = lang === 'zh';
  const bands = scheme.gradeBands.map(
    ({ grade, gradeEn, from, quota }) =>
      `${zh ? grade : gradeEn}${from ? ` ≥${from}` : ''}${quota ? ` (≤${quota})` : ''}`,
  );
  const bonus = scheme.bonus.kinds.map(({ name, levels, amount }) => {
    const points = amount ?? Object.values(levels ?? {}).join('/');
    return points === '' ? name : `${name} ${points}`;
  });
  const label = (chinese: string, english: string, text: string) => `${zh ? chinese : english}: ${text}`;
  return [
    zh ? scheme.title : scheme.titleEn,
    `${documentLine(scheme)}  ${edition}`,
    label('时限', 'period', `${scheme.period.from} — ${scheme.period.to}`),
    ...(bands.length > 0 ? [label('等次', 'grades', bands.join('  '))] : []),
    label('加分', 'bonus', `${bonus.join('  ')}  (≤${scheme.bonus.cap})`),
    ...scheme.vetoes.map(({ name, quote }) => label('否决', 'veto', `${name} “${quote}”`)),
    ...scheme.awards.map(({ name, quote }) => label('评先', 'award', `${name} “${quote}”`)),
  ].join('\n');
}

/** Which reading is in force, of the ones a call may choose between. */
function readingsText({ scheme, readings }: Program, lang: Language): string {
  const rows = Object.entries(readings).map(([name, taken]) => {
    const reading = scheme.readings[name];
    const alternative = reading?.alternatives[taken];
    const words = lang === 'zh' ? [reading?.question, alternative?.text] : [reading?.questionEn, alternative?.textEn];
    return [`  ${name}=${taken}`, `${words[0] ?? ''}: ${words[1] ?? ''}`];
  });
  return `${lang === 'zh' ? '所用读法' : 'readings in force'}\n${alignColumns(rows)}`;
}

function sheetText({ sheet, items, parts }: SheetProgram, lang: Language): string {
  const zh = lang === 'zh';
  const made = parts.map(({ part }) => `${zh ? part.name : part.nameEn} ${part.weight}`).join(' + ');
  const head = `${zh ? sheet.title : sheet.titleEn}\n${sheet.id}  ${sheet.annex ? `${sheet.annex}  ` : ''}${sheet.fullMarks}  (${made})`;
  return [head, ...items.map((item) => itemText(item, lang))].join('\n\n');
}

function itemText({ item, clauses }: ItemProgram, lang: Language): string {
  const name = lang === 'zh' ? item.name : item.nameEn;
  const rows = item.rows.map((row) =>
    rowText(
      row,
      clauses.filter((one) => one.row.id === row.id),
      lang,
    ),
  );
  return [`${name}  ${item.fullMarks}${lang === 'zh' ? '分' : ''}  (${item.id})`, ...rows].join('\n');
}

function rowText(row: Criterion, clauses: readonly ClauseProgram[], lang: Language): string {
  const { by, name } = row.supplier;
  const supplier = lang === 'zh' ? (name ?? SUPPLIERS[by]) : by;
  const head = lang === 'zh' ? `  第${row.row}行  ${supplier}` : `  row ${row.row}  ${supplier}`;
  return [head, ...clauses.map((clause) => indent(clauseLines(clause, lang), 4))].join('\n');
}

function clauseLines({ clause }: ClauseProgram, lang: Language): string[] {
  const rules = clause.rules.map((rule) => `→ ${ruleText(rule)[lang]}`);
  const readings = (clause.readings ?? []).map((name) => `◆${name}`).join(' ');
  const nothing = lang === 'zh' ? '→ 不计分' : '→ scores nothing';
  return [`${clause.id}  “${clause.quote}”${readings && `  ${readings}`}`, ...(rules.length > 0 ? rules : [nothing])];
}

function indent([first = '', ...others]: readonly string[], depth: number): string {
  return [first, ...others.map((line) => `  ${line}`)].map((line) => ' '.repeat(depth) + line).join('\n');
}

/** One clause with all that belongs to it. */
export function clauseText({ scheme, readings }: Program, compiled: ClauseProgram, lang: Language): string {
  const zh = lang === 'zh';
  const { clause, row, register, classes, units } = compiled;
  const example = observationExample(compiled);
  const fact = register ? REGISTERS[lang][register] : example && `${clause.id}: ${example}`;
  const names = [...new Set([...(clause.readings ?? []), ...clause.rules.flatMap((rule) => rule.readings ?? [])])];
  const lines = names.map((name) => {
    const alternative = scheme.readings[name]?.alternatives[readings[name] ?? ''];
    return `◆ ${name}=${readings[name]}  ${(zh ? alternative?.text : alternative?.textEn) ?? ''}`;
  });
  return [
    ...clauseLines(compiled, lang),
    `${zh ? '考核标准' : 'criterion'}: ${cellText(row.criterion)}`,
    `${zh ? '适用' : 'applies to'}: ${(units ?? classes).join(', ')}`,
    ...(fact ? [`${zh ? '事实' : 'fact'}: ${fact}`] : []),
    ...lines,
  ].join('\n');
}
