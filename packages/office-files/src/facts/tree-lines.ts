/**
 * A FACTS tree as lines. Whatever piece the words of the table would not give back exactly is written verbatim, so that
 * `readLines(treeLines(tree)) = tree` for every tree.
 */
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { type FactLine, factLine } from './fact-line.js';
import { evidenceText, observationLines } from './observation-lines.js';
import { readLines } from './read-lines.js';
import { isSameTree } from './same-tree.js';
import { SUBJECTS } from './subjects.js';
import {
  ACCIDENT_FIELDS,
  CLASSES,
  deedFields,
  type FieldWord,
  OBSERVATION_FIELDS,
  renderValue,
  type SchemeWords,
  TALK_FIELDS,
  TOTAL_FIELDS,
  UNMENTIONED,
  type ValueType,
  VERSION_FIELDS,
} from './vocabulary.js';

type Path = readonly string[];

/** A part of the tree, where it stands, and the lines that may say it. */
interface Piece {
  readonly path: Path;
  readonly tree: RawTree;
  readonly lines: readonly FactLine[];
}

export function treeLines(tree: RawObject, words: SchemeWords): FactLine[] {
  const pieces = Object.entries(tree).flatMap(([key, value]) => filePieces(key, value, words));
  return pieces.flatMap((piece) => (isFaithful(piece, words) ? piece.lines : [verbatimLine(piece)]));
}

function isFaithful({ path, tree, lines }: Piece, words: SchemeWords): boolean {
  if (lines.length === 0) return false;
  const read = readLines(
    lines.map((line, index) => ({ line, row: index + 1 })),
    words,
  );
  const whole = path.reduceRight<RawTree>((inner, key) => Object.fromEntries([[key, inner]]), tree);
  return read.problems.length === 0 && isSameTree(read.builder.tree(), whole);
}

function verbatimLine({ path, tree }: Piece): FactLine {
  return factLine({ subject: SUBJECTS.verbatim, name: JSON.stringify(path), value: JSON.stringify(tree) });
}

function filePieces(key: string, value: RawTree, words: SchemeWords): Piece[] {
  const path = [key];
  switch (key) {
    case 'scheme':
      return [{ path, tree: value, lines: single(SUBJECTS.scheme, value) }];
    case 'asOf':
      return [{ path, tree: value, lines: single(SUBJECTS.asOf, value) }];
    case 'unmentioned':
      return [{ path, tree: value, lines: single(SUBJECTS.unmentioned, value, { kind: 'word', words: UNMENTIONED }) }];
    case 'readings':
      return [
        { path, tree: value, lines: named(value, (name, one) => ({ subject: SUBJECTS.reading, name, value: one })) },
      ];
    case 'units':
      return inner(path, value, (unit, stated) => unitPieces(unit, stated, words));
    case 'ratings':
      return inner(path, value, (form, byUnit) => ratingPieces(form, byUnit, words));
    case 'accidents':
      return [{ path, tree: value, lines: accidentLines(value) }];
    default:
      return [{ path, tree: value, lines: [] }];
  }
}

/** The pieces of a mapping's values; an empty mapping, or something else, is a piece of its own. */
function inner(path: Path, tree: RawTree, pieces: (key: string, value: RawTree) => Piece[]): Piece[] {
  if (!isRawObject(tree) || Object.keys(tree).length === 0) return [{ path, tree, lines: [] }];
  return Object.entries(tree).flatMap(([key, value]) => pieces(key, value));
}

function single(subject: string, value: RawTree, type: ValueType = { kind: 'text' }): FactLine[] {
  const typed = typeof value === 'string' ? renderValue(type, value) : undefined;
  return typed === undefined ? [] : [factLine({ subject, value: typed })];
}

function named(value: RawTree, line: (name: string, one: string) => Partial<FactLine>): FactLine[] {
  if (!isRawObject(value)) return [];
  return Object.entries(value).map(([name, one]) => factLine(line(name, typeof one === 'string' ? one : '')));
}

function unitPieces(unit: string, stated: RawTree, words: SchemeWords): Piece[] {
  const path = ['units', unit];
  if (!isRawObject(stated) || Object.keys(stated).length === 0)
    return [{ path, tree: stated, lines: [factLine({ unit })] }];
  return Object.entries(stated).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key === 'observations')
      return inner(at, value, (clause, observation) => [
        {
          path: [...at, clause],
          tree: observation,
          lines: (isRawObject(observation) && observationLines({ unit, subject: clause }, observation)) || [],
        },
      ]);
    if (key === 'indicators')
      return inner(at, value, (name, one) => [
        {
          path: [...at, name],
          tree: one,
          lines: fieldLines({ unit, subject: SUBJECTS.indicator, name }, one, OBSERVATION_FIELDS),
        },
      ]);
    return [{ path: at, tree: value, lines: unitLines(unit, [key, value], words) }];
  });
}

function unitLines(unit: string, [key, value]: [string, RawTree], words: SchemeWords): FactLine[] {
  const withUnit = (lines: readonly FactLine[]) => lines.map((line) => ({ ...line, unit }));
  switch (key) {
    case 'sheet':
      return withUnit(single(SUBJECTS.sheet, value));
    case 'class':
      return withUnit(single(SUBJECTS.class, value, { kind: 'word', words: CLASSES }));
    case 'note':
      return typeof value === 'string' ? [factLine({ unit, note: value })] : [];
    case 'closed':
      return closedLines(unit, value);
    case 'bonus':
      return listLines({ unit, subject: SUBJECTS.bonus }, value, deedFields(words));
    case 'talks':
      return listLines({ unit, subject: SUBJECTS.talk }, value, TALK_FIELDS);
    default:
      return [];
  }
}

function closedLines(unit: string, rows: RawTree): FactLine[] {
  const head = { unit, subject: SUBJECTS.closed };
  if (typeof rows === 'string') return rows === 'all' ? [factLine({ ...head, value: '全部' })] : [];
  if (isRawObject(rows)) return [];
  if (rows.length === 0) return [factLine({ ...head, value: '无' })];
  return rows.map((row) => factLine({ ...head, name: typeof row === 'string' ? row : '', value: '是' }));
}

/** Entries of a list by their number; an empty list is one line that says 无. */
function listLines(head: Partial<FactLine>, list: RawTree, fields: readonly FieldWord[]): FactLine[] {
  if (typeof list === 'string' || isRawObject(list)) return [];
  if (list.length === 0) return [factLine({ ...head, value: '无' })];
  return list.flatMap((entry, index) => fieldLines({ ...head, ordinal: `${index + 1}` }, entry, fields));
}

function fieldLines(head: Partial<FactLine>, entry: RawTree, fields: readonly FieldWord[]): FactLine[] {
  if (!isRawObject(entry)) return [];
  const lines = fields.flatMap(({ key, word, type }) => {
    const value = entry[key];
    const typed = typeof value === 'string' ? renderValue(type, value) : undefined;
    return typed === undefined ? [] : [factLine({ ...head, field: word, value: typed })];
  });
  const { note, evidence } = entry;
  const remarks = { note: typeof note === 'string' ? note : '', evidence: evidenceText(evidence) };
  return lines.map((line, index) => (index === 0 ? { ...line, ...remarks } : line));
}

function accidentLines(accidents: RawTree): FactLine[] {
  const head = { subject: SUBJECTS.accident };
  if (typeof accidents === 'string' || isRawObject(accidents) || accidents.length === 0)
    return listLines(head, accidents, ACCIDENT_FIELDS);
  return accidents.flatMap((accident, index) => {
    const ordinal = `${index + 1}`;
    const versions = isRawObject(accident) ? (accident.versions ?? []) : [];
    const later = typeof versions === 'string' || isRawObject(versions) ? [] : versions;
    return [
      ...fieldLines({ ...head, ordinal }, accident, ACCIDENT_FIELDS),
      ...later.flatMap((version, number) =>
        fieldLines({ subject: SUBJECTS.version, ordinal, name: `${number + 1}` }, version, VERSION_FIELDS),
      ),
    ];
  });
}

function ratingPieces(form: string, byUnit: RawTree, words: SchemeWords): Piece[] {
  const name = words.forms[form] ?? form;
  return inner(['ratings', form], byUnit, (unit, ballots) => {
    const head = { unit, subject: SUBJECTS.rating, name };
    const marks = typeof ballots === 'string' || isRawObject(ballots) ? [] : ballots;
    const lines = isRawObject(ballots)
      ? fieldLines(head, ballots, TOTAL_FIELDS)
      : marks.map((mark, index) =>
          factLine({ ...head, ordinal: `${index + 1}`, field: '评分', value: markText(mark) }),
        );
    return [{ path: ['ratings', form, unit], tree: ballots, lines }];
  });
}

/** A ballot that was not given is named. */
function markText(mark: RawTree): string {
  if (typeof mark !== 'string') return '';
  return mark === 'null' ? '缺' : mark;
}
