/** A CSV to fill in: every line that can be stated, without its value. As it stands everything is open. */
import { indicatorsOf, type Program, type RawObject } from '@kaohe/scoring';
import { renderCsv } from './csv/render-csv.js';
import { COLUMN_KEYS, COLUMNS, type FactLine, factLine } from './facts/fact-line.js';
import { SUBJECTS } from './facts/subjects.js';
import { treeLines } from './facts/tree-lines.js';
import {
  ACCIDENT_FIELDS,
  deedFields,
  type FieldWord,
  schemeWords,
  TALK_FIELDS,
  TOTAL_FIELDS,
} from './facts/vocabulary.js';
import { fieldLines } from './workbook/field-line.js';
import { formUnits } from './workbook/form-units.js';
import { type FormUnit, type UnitLine, unitLayout } from './workbook/unit-layout.js';

interface ExplainedLine {
  readonly line: FactLine;
  readonly explained: string;
}

/** The column behind the ones that are read: the sentence, and what is asked. */
const EXPLAINED = '说明（不读取）';

export function templateCsv(program: Program, tree: RawObject): string {
  const units = formUnits(program, tree);
  const stated = treeLines(tree, schemeWords(program)).map((line) => ({ line, explained: '' }));
  const lines = [...stated, ...units.flatMap((unit) => unitTemplate(program, unit)), ...fileTemplate(program, units)];
  const header = [...COLUMN_KEYS.map((key) => COLUMNS[key]), EXPLAINED];
  return renderCsv([
    header,
    ...lines.map(({ line, explained }) => [...COLUMN_KEYS.map((key) => line[key]), explained]),
  ]);
}

function unitTemplate(program: Program, unit: FormUnit): ExplainedLine[] {
  const layout = unitLayout(program, unit, { observations: {}, said: new Set() });
  const compiled = program.sheets.get(unit.sheet);
  const indicators = (compiled ? indicatorsOf(compiled) : []).flatMap(({ name, unit: of }) =>
    ['分子', '分母'].map((field) => ({
      line: factLine({ unit: unit.name, subject: SUBJECTS.indicator, name, field }),
      explained: of,
    })),
  );
  const entry = (subject: string, fields: readonly FieldWord[]) =>
    entryLines({ unit: unit.name, subject, ordinal: '1' }, fields, '没有的，字段、第几不填，值写“无”');
  return [
    ...layout.flatMap((line) => layoutLines(unit.name, line)),
    ...entry(SUBJECTS.bonus, deedFields(schemeWords(program))),
    ...entry(SUBJECTS.talk, TALK_FIELDS),
    ...indicators,
  ];
}

function layoutLines(unit: string, line: UnitLine): ExplainedLine[] {
  if (line.kind === 'criterion') {
    const closed = factLine({ unit, subject: SUBJECTS.closed, name: line.row.id });
    return [{ line: closed, explained: `核过、没有（别的）问题写“是”　${line.text}` }];
  }
  if (line.kind !== 'clause') return [];
  const { id, quote } = line.clause.clause;
  return line.lines.flatMap((field) =>
    fieldLines({ unit, subject: id }, field).map((one) => ({ line: one, explained: `${quote}　${field.label}` })),
  );
}

function fileTemplate(program: Program, units: readonly FormUnit[]): ExplainedLine[] {
  const words = schemeWords(program);
  const ratings = [...program.forms.keys()].flatMap((form) => {
    const rated = units.filter(({ sheet }) => program.sheets.get(sheet)?.parts.some(({ part }) => part.form === form));
    const name = words.forms[form] ?? form;
    return rated.flatMap((unit) => entryLines({ unit: unit.name, subject: SUBJECTS.rating, name }, TOTAL_FIELDS, ''));
  });
  return [
    ...ratings,
    ...entryLines({ subject: SUBJECTS.accident, ordinal: '1' }, ACCIDENT_FIELDS, '一起事故一个“第几”'),
  ];
}

function entryLines(head: Partial<FactLine>, fields: readonly FieldWord[], explained: string): ExplainedLine[] {
  return fields.map(({ word, type }) => {
    const words = type.kind === 'word' ? `：${Object.values(type.words).join('、')}` : '';
    return { line: factLine({ ...head, field: word }), explained: `${explained}${words}` };
  });
}
