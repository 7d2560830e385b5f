/** One line on its way into the tree: what it states is put in place, what is wrong with it is kept with its cell. */
import type { Place, RawTree, Text } from '@kaohe/scoring';
import { LINE_MESSAGES } from '../problems/line-messages.js';
import type { CellPlace, OfficeProblem } from '../problems/office-problem.js';
import { COLUMN_KEYS, COLUMNS, type FactLine } from './fact-line.js';
import { listText, plainText } from './normal-value.js';
import type { TreeBuilder } from './tree-builder.js';
import { type FieldWord, parseValue, type ValueType } from './vocabulary.js';

export interface PlacedLine {
  readonly line: FactLine;
  readonly row: number;
  readonly sheet?: string | undefined;
  /** Column of each key, from 1; left out: in the order of the columns. */
  readonly columns?: ReadonlyMap<keyof FactLine, number> | undefined;
}

export class LineReader {
  readonly line: FactLine;
  private readonly used = new Set<keyof FactLine>(['subject', 'field', 'value']);

  constructor(
    private readonly placed: PlacedLine,
    private readonly builder: TreeBuilder,
    private readonly problems: OfficeProblem[],
  ) {
    this.line = placed.line;
  }

  at(key: keyof FactLine): CellPlace {
    const { sheet, row, columns } = this.placed;
    return { sheet, row, column: columns?.get(key) ?? COLUMN_KEYS.indexOf(key) + 1 };
  }

  refuse(key: keyof FactLine, text: Text): undefined {
    this.problems.push({ at: this.at(key), text });
    return undefined;
  }

  /** The text of a column this line needs. */
  need(key: 'unit' | 'name' | 'value'): string | undefined {
    this.used.add(key);
    const typed = this.line[key].trim();
    return typed === '' ? this.refuse(key, LINE_MESSAGES.columnNeeded(COLUMNS[key])) : typed;
  }

  /** The text of a column this line may have. */
  may(key: keyof FactLine): string {
    this.used.add(key);
    return this.line[key].trim();
  }

  /** `2` or 第2个 as a number. */
  ordinal(): number | undefined {
    this.used.add('ordinal');
    const match = /^第?(\d{1,6})[个次起项票]?$/.exec(plainText(this.line.ordinal));
    return match ? Number(match[1]) : this.refuse('ordinal', LINE_MESSAGES.notOrdinal(this.line.ordinal));
  }

  put(path: Place, value: RawTree, key: keyof FactLine = 'value'): undefined {
    if (!this.builder.put(path, value, this.at(key))) this.refuse(key, LINE_MESSAGES.statedTwice());
  }

  /** The value under a key, as its type is written. What is none of its words is kept as typed, and refused. */
  putTyped(path: Place, type: ValueType): undefined {
    const { value } = this.line;
    const parsed = parseValue(type, value);
    if (parsed === undefined)
      this.refuse(
        'value',
        type.kind === 'word'
          ? LINE_MESSAGES.unknownWord(value, Object.values(type.words))
          : LINE_MESSAGES.notYesNo(value),
      );
    this.put(path, parsed ?? value);
  }

  /** One of the fields an entry has; nothing where the line only carries remarks. */
  putField(path: Place, fields: readonly FieldWord[]): undefined {
    const name = plainText(this.line.field);
    const field = fields.find((one) => one.word === name || one.key === name);
    if (field) this.putTyped([...path, field.key], field.type);
    else if (name !== '' || this.line.value.trim() !== '') this.refuseField(fields.map((one) => one.word));
  }

  refuseField(known: readonly string[]): undefined {
    this.refuse('field', LINE_MESSAGES.unknownField(this.line.field, known));
  }

  append(path: Place, value: string, key: keyof FactLine = 'value'): undefined {
    if (!this.builder.append(path, value, this.at(key))) this.refuse(key, LINE_MESSAGES.statedTwice());
  }

  openList(path: Place, key: keyof FactLine = 'value'): undefined {
    if (!this.builder.openList(path, this.at(key))) this.refuse(key, LINE_MESSAGES.statedTwice());
  }

  open(path: Place, key: keyof FactLine): undefined {
    if (!this.builder.open(path, this.at(key))) this.refuse(key, LINE_MESSAGES.statedTwice());
  }

  /** Note and evidence of what stands at a path; a note repeated on the lines of one fact counts once. */
  putRemarks(path: Place, withEvidence: boolean): undefined {
    const note = this.may('note');
    if (note !== '' && this.builder.get([...path, 'note']) !== note) this.put([...path, 'note'], note, 'note');
    if (!withEvidence) return;
    const known = this.builder.get([...path, 'evidence']);
    for (const id of listText(this.may('evidence')))
      if (!Array.isArray(known) || !known.includes(id)) this.append([...path, 'evidence'], id, 'evidence');
  }

  /** What stands in a column that this line has no use for would be lost: it is refused. */
  refuseUnused(): undefined {
    for (const key of COLUMN_KEYS)
      if (!this.used.has(key) && this.line[key].trim() !== '')
        this.refuse(key, LINE_MESSAGES.columnNotUsed(COLUMNS[key], this.line[key]));
  }
}
