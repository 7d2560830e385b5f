/** Lines → a FACTS tree with the cell of every value, and every problem in them. A line without value and remarks states nothing. */
import { isRawObject, type Place, type RawTree } from '@kaohe/scoring';
import { LINE_MESSAGES } from '../problems/line-messages.js';
import type { OfficeProblem } from '../problems/office-problem.js';
import { LineReader, type PlacedLine } from './line-reader.js';
import { plainText, yesNoText } from './normal-value.js';
import { readObservation } from './read-observation.js';
import { SUBJECTS } from './subjects.js';
import { TreeBuilder } from './tree-builder.js';
import {
  ACCIDENT_FIELDS,
  CLASSES,
  DATE,
  deedFields,
  type FieldWord,
  keyOf,
  numberIn,
  OBSERVATION_FIELDS,
  type SchemeWords,
  TALK_FIELDS,
  TEXT,
  TOTAL_FIELDS,
  UNMENTIONED,
  VERSION_FIELDS,
} from './vocabulary.js';

export interface ReadLines {
  readonly builder: TreeBuilder;
  readonly problems: OfficeProblem[];
}

/** Reads into a tree that may hold something already. */
export function readLines(
  lines: readonly PlacedLine[],
  words: SchemeWords,
  into: ReadLines = { builder: new TreeBuilder(), problems: [] },
): ReadLines {
  for (const placed of lines) {
    const { subject, value, note, evidence } = placed.line;
    const isUnit = subject.trim() === '' && value.trim() === '';
    if (!isUnit && [value, note, evidence].every((typed) => typed.trim() === '')) continue;
    const reader = new LineReader(placed, into.builder, into.problems);
    if (isUnit) readUnit(reader);
    else readSubject(reader, plainText(subject), words);
    reader.refuseUnused();
  }
  return into;
}

/** A line with nothing but a unit: it is in the file, and everything of it is open. */
function readUnit(reader: LineReader): undefined {
  const unit = reader.may('unit');
  if (unit === '') return;
  reader.open(['units', unit], 'unit');
  reader.putRemarks(['units', unit], false);
}

function readSubject(reader: LineReader, subject: string, words: SchemeWords): undefined {
  switch (subject) {
    case SUBJECTS.scheme:
      return reader.putTyped(['scheme'], TEXT);
    case SUBJECTS.asOf:
      return reader.putTyped(['asOf'], DATE);
    case SUBJECTS.unmentioned:
      return reader.putTyped(['unmentioned'], { kind: 'word', words: UNMENTIONED });
    case SUBJECTS.reading:
      return readNamed(reader, ['readings']);
    case SUBJECTS.accident:
      return readEntry(reader, ['accidents'], ACCIDENT_FIELDS);
    case SUBJECTS.version:
      return readVersion(reader);
    case SUBJECTS.rating:
      return readRating(reader, words);
    case SUBJECTS.verbatim:
      return readVerbatim(reader);
    default:
      return readOfUnit(reader, subject, words);
  }
}

function readOfUnit(reader: LineReader, subject: string, words: SchemeWords): undefined {
  const known: readonly string[] = Object.values(SUBJECTS);
  if (!subject.includes('/') && !known.includes(subject))
    return reader.refuse('subject', LINE_MESSAGES.unknownSubject(subject, known));
  const unit = reader.need('unit');
  if (unit === undefined) return;
  const path = ['units', unit];
  reader.open(path, 'unit');
  switch (subject) {
    case SUBJECTS.sheet:
      return reader.putTyped([...path, 'sheet'], TEXT);
    case SUBJECTS.class:
      return reader.putTyped([...path, 'class'], { kind: 'word', words: CLASSES });
    case SUBJECTS.closed:
      return readClosed(reader, [...path, 'closed']);
    case SUBJECTS.bonus:
      return readEntry(reader, [...path, 'bonus'], deedFields(words));
    case SUBJECTS.talk:
      return readEntry(reader, [...path, 'talks'], TALK_FIELDS);
    case SUBJECTS.indicator: {
      const name = reader.need('name');
      if (name !== undefined) reader.putField([...path, 'indicators', name], OBSERVATION_FIELDS);
      return;
    }
    default:
      return readObservation(reader, [...path, 'observations', subject]);
  }
}

function readNamed(reader: LineReader, path: Place): undefined {
  const name = reader.need('name');
  if (name !== undefined) reader.putTyped([...path, name], TEXT);
}

/** 全部, 无, or one row with 是. */
function readClosed(reader: LineReader, path: Place): undefined {
  const row = reader.may('name');
  const { value } = reader.line;
  const yes = yesNoText(value);
  if (row === '' && plainText(value) === '全部') return reader.put(path, 'all');
  if (row === '' && yes === 'false') return reader.openList(path);
  if (row === '') return reader.refuse('name', LINE_MESSAGES.columnNeeded('名称'));
  if (yes === 'true') return reader.append(path, row, 'name');
  if (yes === undefined) reader.refuse('value', LINE_MESSAGES.notYesNo(value));
}

/** A field of an entry of a list; 无 without a field says that the list is empty. */
function readEntry(reader: LineReader, path: Place, fields: readonly FieldWord[]): undefined {
  const { field, ordinal, value } = reader.line;
  if (`${field}${ordinal}`.trim() === '' && yesNoText(value) === 'false') return reader.openList(path);
  const number = reader.ordinal();
  if (number === undefined) return;
  const entry = [...path, number];
  reader.putField(entry, fields);
  reader.putRemarks(entry, path.includes('bonus'));
}

function readVersion(reader: LineReader): undefined {
  const number = reader.ordinal();
  const version = /^\d{1,4}$/.exec(plainText(reader.may('name')))?.[0];
  if (version === undefined) return reader.refuse('name', LINE_MESSAGES.notOrdinal(reader.line.name));
  if (number === undefined) return;
  const path = ['accidents', number, 'versions', Number(version)];
  reader.putField(path, VERSION_FIELDS);
  reader.putRemarks(path, false);
}

function readRating(reader: LineReader, { forms }: SchemeWords): undefined {
  const name = reader.need('name');
  const unit = reader.need('unit');
  if (name === undefined || unit === undefined) return;
  const path = ['ratings', keyOf(forms, name) ?? name, unit];
  if (reader.may('ordinal') === '') {
    reader.open(path, 'unit');
    return reader.putField(path, TOTAL_FIELDS);
  }
  reader.openList(path, 'unit');
  const ballot = reader.ordinal();
  const value = plainText(reader.line.value);
  if (reader.line.field.trim() !== '评分') reader.refuseField(['评分', ...TOTAL_FIELDS.map(({ word }) => word)]);
  else if (ballot !== undefined && value === '缺') reader.put([...path, ballot], 'null');
  else if (ballot !== undefined) reader.putTyped([...path, ballot], numberIn('分'));
}

/** A path and a tree as JSON: what the words of the table cannot say. */
function readVerbatim(reader: LineReader): undefined {
  reader.may('unit');
  const path = parseJson(reader.may('name'));
  const tree = parseJson(reader.line.value);
  const steps = Array.isArray(path) ? path.filter((step) => typeof step === 'string') : [];
  if (!Array.isArray(path) || steps.length !== path.length || steps.length === 0 || !isStrings(tree))
    return reader.refuse('value', LINE_MESSAGES.badVerbatim());
  reader.put(steps, tree);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const DEEPEST = 40;

/** A tree of strings, not deeper than a file of facts ever is. */
function isStrings(tree: unknown, depth = 0): tree is RawTree {
  if (typeof tree === 'string') return true;
  if (typeof tree !== 'object' || tree === null || depth > DEEPEST) return false;
  const values = Array.isArray(tree) ? tree : isRawObject(tree as RawTree) ? Object.values(tree) : [];
  return values.every((value: unknown) => isStrings(value, depth + 1));
}
