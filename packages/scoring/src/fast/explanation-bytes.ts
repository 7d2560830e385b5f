/**
 * The whole explanation of a score as JSON bytes: every item with every clause, its sentence, facts, points asked and
 * applied. A template is made once; of a unit only the numbers that differ from the unit before are written.
 * An item's score is its start plus what its clauses applied; the total is the sum of its parts.
 */
import { type ExplanationTemplate, explanationTemplate, type Hole } from './explanation-template.js';
import { newFrame } from './frame.js';
import { type NumberForm, NumberTexts } from './number-texts.js';
import { gradeOf, vetoesOf } from './plan.js';
import type { FastSheet } from './plan-sheet.js';
import type { FastScorer, Lane } from './scorer.js';
import { paddedWords } from './template.js';

const STATE = 1;
const TRUE = paddedWords('true', 2);
const FALSE = paddedWords('false', 2);

export class ExplanationBytes {
  private readonly template: ExplanationTemplate;
  private readonly words: Int32Array;
  private readonly frame: Int32Array;
  private readonly onFrame: Holes;
  private readonly onFacts: Holes;
  private readonly grades: readonly Int32Array[];
  private stateShown = -1;

  constructor(
    sheet: FastSheet,
    private readonly scorer: FastScorer,
  ) {
    this.template = explanationTemplate(sheet);
    this.words = new Int32Array(this.template.bytes.buffer);
    this.frame = newFrame(sheet.plan);
    const texts = new Map<string, NumberTexts>();
    this.onFrame = new Holes(this.template.frame, texts, this.words);
    this.onFacts = new Holes(this.template.facts, texts, this.words);
    this.grades = sheet.plan.grades.map((grade) => paddedWords(JSON.stringify(grade), this.template.grade.words));
  }

  /** The explanation of the unit whose slots start at `at`. The bytes are resident: the next call writes over them. */
  render(facts: Lane, at: number): Uint8Array {
    this.scorer.trace(facts, at, this.frame);
    this.onFrame.show(this.frame, 0);
    this.onFacts.show(facts, at);
    const state = this.frame[STATE] ?? 0;
    if (state !== this.stateShown) this.writeState(state);
    return this.template.bytes;
  }

  private writeState(state: number): void {
    const { words, template } = this;
    this.stateShown = state;
    words.set(this.grades[gradeOf(state)] ?? [], template.grade.at);
    for (const [veto, at] of template.vetoes.entries()) words.set((vetoesOf(state) >> veto) & 1 ? TRUE : FALSE, at);
  }
}

/** Holes by position, and the numbers that stand in them now. */
class Holes {
  private readonly positions: Int32Array;
  private readonly at: Int32Array;
  private readonly shown: Int32Array;
  private readonly texts: readonly NumberTexts[];

  constructor(
    holes: ReadonlyMap<number, Hole>,
    known: Map<string, NumberTexts>,
    private readonly words: Int32Array,
  ) {
    const ordered = [...holes].sort(([a], [b]) => a - b);
    this.positions = Int32Array.from(ordered, ([position]) => position);
    this.at = Int32Array.from(ordered, ([, hole]) => hole.at);
    this.shown = new Int32Array(ordered.length);
    this.texts = ordered.map(([, { form }]) => textsOf(known, form));
    for (const [index, at] of this.at.entries()) this.texts[index]?.write(0, words, at);
  }

  /** Writes those that differ from what is shown. */
  show(values: Lane, from: number): void {
    const { positions, shown, at, texts, words } = this;
    for (let index = 0; index < positions.length; index += 1) {
      const value = values[from + (positions[index] ?? 0)] ?? 0;
      if (value === shown[index]) continue;
      shown[index] = value;
      texts[index]?.write(value, words, at[index] ?? 0);
    }
  }
}

function textsOf(known: Map<string, NumberTexts>, form: NumberForm): NumberTexts {
  const key = `${form.scale}/${form.words}/${form.quoted}`;
  const texts = known.get(key) ?? new NumberTexts(form);
  known.set(key, texts);
  return texts;
}
