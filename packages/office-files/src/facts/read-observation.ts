/** A line about a clause, put in place under its unit. */
import type { Place } from '@kaohe/scoring';
import { LINE_MESSAGES } from '../problems/line-messages.js';
import type { LineReader } from './line-reader.js';
import { numberText, plainText, yesNoText } from './normal-value.js';
import { ABSENT, ACTUAL, NO_ZONE, OCCASION_ABSENT, OCCASION_NAME } from './observation-lines.js';
import { COUNTERS, OBSERVATION_FIELDS, TEXT } from './vocabulary.js';

const SPECIAL = [ACTUAL, ABSENT, OCCASION_ABSENT, OCCASION_NAME];

export function readObservation(reader: LineReader, path: Place): undefined {
  reader.putRemarks(path, true);
  const name = reader.may('name');
  if (reader.line.value.trim() === '') {
    // a line of the template that carries remarks only
    for (const key of ['ordinal', 'period'] as const) reader.may(key);
    return;
  }
  switch (plainText(reader.line.field)) {
    case ACTUAL:
      return readActual(reader, [...path, 'actual']);
    case ABSENT:
      return readAbsent(reader, [...path, 'absent']);
    case OCCASION_ABSENT:
    case OCCASION_NAME:
      return readOccasion(reader, [...path, 'occasions']);
    default:
      return readField(reader, name === '' ? path : [...path, name]);
  }
}

function readField(reader: LineReader, path: Place): undefined {
  const field = plainText(reader.line.field);
  if (OBSERVATION_FIELDS.some(({ word, key }) => word === field || key === field))
    return reader.putField(path, OBSERVATION_FIELDS);
  reader.refuseField([...OBSERVATION_FIELDS.map(({ word }) => word), ...SPECIAL]);
}

/** A requirement's number: of the year or a period, of a zone where there are several. */
function readActual(reader: LineReader, path: Place): undefined {
  const what = reader.need('name');
  const period = plainText(reader.may('period')).toUpperCase();
  const zone = reader.may('ordinal') === '' ? [] : [reader.ordinal()];
  if (what === undefined || zone.some((one) => one === undefined)) return;
  if (plainText(reader.line.value) === NO_ZONE) return reader.openList([...path, what]);
  const steps = [...zone.map(Number), ...(period === '' ? [] : [PERIODS[period] ?? period])];
  reader.put([...path, what, ...steps], numberText(reader.line.value, COUNTERS));
}

const PERIODS: Readonly<Record<string, string>> = {
  第一季度: 'Q1',
  第二季度: 'Q2',
  第三季度: 'Q3',
  第四季度: 'Q4',
  一季度: 'Q1',
  二季度: 'Q2',
  三季度: 'Q3',
  四季度: 'Q4',
  上半年: 'H1',
  下半年: 'H2',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`${month + 1}月`, `M${month + 1}`])),
};

/** A part with 是 is absent; 无 without a part says that none is. */
function readAbsent(reader: LineReader, path: Place): undefined {
  const part = reader.may('name');
  const absent = yesNoText(reader.line.value);
  if (absent === undefined) reader.refuse('value', LINE_MESSAGES.notYesNo(reader.line.value));
  else if (absent === 'false') reader.openList(path);
  else if (part === '') reader.need('name');
  else reader.append(path, part, 'name');
}

function readOccasion(reader: LineReader, path: Place): undefined {
  const ordinal = reader.ordinal();
  if (ordinal === undefined) return;
  if (plainText(reader.line.field) === OCCASION_ABSENT) return readAbsent(reader, [...path, ordinal, 'absent']);
  reader.putTyped([...path, ordinal, 'what'], TEXT);
}
