/** The sheets besides the units': each a table whose rows are entries of a register, or the ratings of a unit. */
import { indicatorsOf, type Program } from '@kaohe/scoring';
import { COLUMN_KEYS, COLUMNS, type FactLine } from '../facts/fact-line.js';
import { SUBJECTS } from '../facts/subjects.js';
import {
  ACCIDENT_FIELDS,
  deedFields,
  type FieldWord,
  numberIn,
  OBSERVATION_FIELDS,
  type SchemeWords,
  schemeWords,
  TALK_FIELDS,
  TEXT,
  TOTAL_FIELDS,
  type ValueType,
  VERSION_FIELDS,
} from '../facts/vocabulary.js';
import type { FormUnit } from './unit-layout.js';

/** What a column of a row states of a line. */
export type ColumnPart = { readonly key: keyof FactLine } | { readonly field: string; readonly ordinal?: string };

export interface ListColumn {
  readonly header: string;
  readonly part: ColumnPart;
  readonly type: ValueType;
  readonly width: number;
  /** Offered in a list; anything else is let in and checked when it is read. */
  readonly choices?: readonly string[] | undefined;
  /** What a number may be; left out: from 0. */
  readonly numbers?: 'whole' | { readonly most: string } | undefined;
}

export interface ListSheet {
  readonly list: string;
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** Every line of a row is about this; empty where the rows are lines themselves. */
  readonly subject: string;
  /** The form, where the sheet is of one. */
  readonly form?: string | undefined;
  /** Rows are entries of a list: their order numbers them. */
  readonly isNumbered: boolean;
  readonly columns: readonly ListColumn[];
  /** Rows that stand there before anything is filled in. */
  readonly given: readonly Partial<FactLine>[];
}

export const LINES_LIST = 'lines';
export const VERSIONS_LIST = 'versions';
const UNIT: ListColumn = { header: '单位', part: { key: 'unit' }, type: TEXT, width: 18 };
const NOTE: ListColumn = { header: '备注', part: { key: 'note' }, type: TEXT, width: 26 };
const EVIDENCE: ListColumn = { header: '佐证', part: { key: 'evidence' }, type: TEXT, width: 14 };
const WHOLE = ['死亡', '重伤', '票数'];
const WIDE = ['工作', '理由', '约谈机关', '发生地', '主管部门', '行业', '口径'];

function fieldColumns(fields: readonly FieldWord[]): ListColumn[] {
  return fields.map(({ word, type }) => ({
    header: type.kind === 'number' && type.units[0] === '元' ? `${word}（元）` : word,
    part: { field: word },
    type,
    width: WIDE.includes(word) || word === '直接经济损失' ? 20 : 12,
    ...(WHOLE.includes(word) && { numbers: 'whole' as const }),
    choices: type.kind === 'yes-no' ? ['是', '否'] : type.kind === 'word' ? Object.values(type.words) : undefined,
  }));
}

export function listSheets(program: Program, units: readonly FormUnit[]): ListSheet[] {
  const words = schemeWords(program);
  const names = { ...UNIT, choices: units.map(({ name }) => name) };
  return [
    ...registerSheets(words, names),
    indicatorSheet(program, units),
    ...[...program.forms.keys()].map((form) => ratingSheet(program, { form, name: words.forms[form] ?? form }, units)),
    linesSheet(),
  ].filter(({ columns }) => columns.length > 0);
}

const NONE = '没有的，第一列（单位后面那一列）写“无”。';

function registerSheets(words: SchemeWords, unit: ListColumn): ListSheet[] {
  const numbered = { isNumbered: true, given: [] } as const;
  return [
    {
      ...numbered,
      list: 'accidents',
      name: '事故',
      title: '事故台账',
      hint: '一起一行。死亡、重伤、直接经济损失定级；“伤亡已定”选“否”的，得分标为暂定。全年没有事故，“编号”写“无”。',
      subject: SUBJECTS.accident,
      columns: [...fieldColumns(ACCIDENT_FIELDS), NOTE],
    },
    {
      ...numbered,
      isNumbered: false,
      list: VERSIONS_LIST,
      name: '事故变化',
      title: '事故伤亡变化',
      hint: '事故报告后伤亡或损失有变化的，一次变化一行：从哪天起，变成多少。没有变的列不填。',
      subject: SUBJECTS.version,
      columns: [
        { header: '事故编号', part: { key: 'ordinal' }, type: TEXT, width: 14 },
        ...fieldColumns(VERSION_FIELDS),
        NOTE,
      ],
    },
    {
      ...numbered,
      list: 'talks',
      name: '约谈',
      title: '约谈台账',
      hint: `一次一行，写了就是全部。${NONE}`,
      subject: SUBJECTS.talk,
      columns: [unit, ...fieldColumns(TALK_FIELDS), NOTE],
    },
    {
      ...numbered,
      list: 'bonus',
      name: '加分',
      title: '加分工作',
      hint: `一项工作一行；同一工作有几种情况的各写一行，就高不就低。${NONE}`,
      subject: SUBJECTS.bonus,
      columns: [unit, ...fieldColumns(deedFields(words)), NOTE, EVIDENCE],
    },
  ];
}

const INDICATOR_FIELDS = ['分子', '分母', '数值', '口径', '不适用', '理由'];

function indicatorSheet(program: Program, units: readonly FormUnit[]): ListSheet {
  const given = units.flatMap(({ name, sheet }) => {
    const compiled = program.sheets.get(sheet);
    return (compiled ? indicatorsOf(compiled) : []).map((quantity) => ({ unit: name, name: quantity.name }));
  });
  const fields = fieldColumns(OBSERVATION_FIELDS.filter(({ word }) => INDICATOR_FIELDS.includes(word)));
  const name: ListColumn = { header: '指标', part: { key: 'name' }, type: TEXT, width: 28 };
  return {
    list: 'indicators',
    name: '指标',
    title: '考核指标',
    hint: '填分子、分母（如死亡人数、GDP亿元），由系统计算；没有分母的（如没有煤矿），“不适用”选“是”。',
    subject: SUBJECTS.indicator,
    isNumbered: false,
    columns: given.length > 0 ? [UNIT, name, ...fields] : [],
    given,
  };
}

function ratingSheet(program: Program, of: { form: string; name: string }, units: readonly FormUnit[]): ListSheet {
  const form = program.forms.get(of.form)?.form;
  const rated = units.filter(({ sheet }) => program.sheets.get(sheet)?.parts.some(({ part }) => part.form === of.form));
  const raters = Number(form?.raters ?? '0');
  const ballots = Array.from({ length: raters }, (_, index): ListColumn => {
    const ordinal = `${index + 1}`;
    return {
      header: `第${ordinal}票`,
      part: { field: '评分', ordinal },
      type: numberIn('分'),
      width: 7,
      numbers: { most: form?.scale ?? '0' },
    };
  });
  return {
    list: `rating-${of.form}`,
    name: of.name,
    title: form?.title ?? of.name,
    hint: `应有 ${raters} 票，每票 0—${form?.scale} 分。填合计和票数，或者逐票填写（没有交的票空着），两种只用一种。`,
    subject: SUBJECTS.rating,
    form: of.name,
    isNumbered: false,
    columns: rated.length > 0 ? [UNIT, ...fieldColumns(TOTAL_FIELDS), ...ballots] : [],
    given: rated.map(({ name }) => ({ unit: name, name: of.name })),
  };
}

function linesSheet(): ListSheet {
  const widths: Partial<Record<keyof FactLine, number>> = { value: 36, name: 24, note: 24, unit: 16 };
  return {
    list: LINES_LIST,
    name: '其他',
    title: '其他事实',
    hint: '前面的表写不下的才写在这里，写法同 CSV（见 docs/facts-files.md）。一般不用填。',
    subject: '',
    isNumbered: false,
    columns: COLUMN_KEYS.map((key) => ({
      header: COLUMNS[key],
      part: { key },
      type: TEXT,
      width: widths[key] ?? 12,
    })),
    given: [],
  };
}
