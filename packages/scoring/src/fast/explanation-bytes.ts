/**
 * The whole explanation of a score as JSON bytes: every item with every clause, its sentence, facts, points asked and
 * applied. A template is made once; of a unit only the numbers that differ from the unit before are written.
 * An item's score is its start plus what its clauses applied; the total is the sum of its parts.
 */
import { type ExplanationTemplate, explanationTemplate } from './explanation-template.js';
import { newFrame } from './frame.js';
import { type Filling, Holes } from './holes.js';
import { NumberTable } from './number-texts.js';
import { gradeOf, vetoesOf } from './plan.js';
import type { FastSheet } from './plan-sheet.js';
import type { FastScorer, Lane } from './scorer.js';
import { paddedWords } from './template.js';

/** Of the frame: the state, and where the row of numbers with holes begins. */
const STATE = 1;
const FROM = 2;
const TRUE = paddedWords('true', 2);
const FALSE = paddedWords('false', 2);

export class ExplanationBytes {
  private readonly template: ExplanationTemplate;
  private readonly filling: Filling;
  private readonly frame: Int32Array;
  private readonly onTotal: Holes;
  private readonly onFrame: Holes;
  private readonly onFacts: Holes;
  private readonly grades: readonly Int32Array[];
  private stateShown = -1;

  constructor(
    sheet: FastSheet,
    private readonly scorer: FastScorer,
  ) {
    this.template = explanationTemplate(sheet);
    this.frame = newFrame(sheet.plan);
    const table = new NumberTable();
    this.onTotal = new Holes([this.template.total], table);
    this.onFrame = new Holes(this.template.frame, table);
    this.onFacts = new Holes(this.template.facts, table);
    this.filling = { words: new Int32Array(this.template.bytes.buffer), table: table.finish() };
    this.onTotal.clear(this.filling);
    this.onFrame.clear(this.filling);
    this.onFacts.clear(this.filling);
    this.grades = sheet.plan.grades.map((grade) => paddedWords(JSON.stringify(grade), this.template.grade.words));
  }

  /** The explanation of the unit whose slots start at `at`. The bytes are resident: the next call writes over them. */
  render(facts: Lane, at: number): Uint8Array {
    this.scorer.trace(facts, at, this.frame);
    this.onTotal.show(this.frame, 0, this.filling);
    this.onFrame.show(this.frame, FROM, this.filling);
    this.onFacts.show(facts, at, this.filling);
    const state = this.frame[STATE] ?? 0;
    if (state !== this.stateShown) this.writeState(state);
    return this.template.bytes;
  }

  private writeState(state: number): void {
    const { template } = this;
    const { words } = this.filling;
    this.stateShown = state;
    words.set(this.grades[gradeOf(state)] ?? [], template.grade.at);
    for (const [veto, at] of template.vetoes.entries()) words.set((vetoesOf(state) >> veto) & 1 ? TRUE : FALSE, at);
  }
}
