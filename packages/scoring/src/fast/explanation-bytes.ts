/**
 * The whole explanation of a score as JSON bytes: every item with every clause, its sentence, facts, points asked and
 * applied. A template is made once; of a unit only the numbers that differ from the unit before are written.
 * An item's score is its start plus what its clauses applied; the total is the sum of its parts.
 */
import { formatExact } from '../exact/decimal.js';
import { rational } from '../exact/rational.js';
import type { Clause } from '../scheme/sheet.js';
import { type FrameLayout, frameLayout, newFrame } from './frame.js';
import { NumberTexts } from './number-texts.js';
import { gradeOf, type PlanClause, type PlanItem, type SheetPlan, vetoesOf } from './plan.js';
import type { FastSheet } from './plan-sheet.js';
import type { FastScorer, Lane } from './scorer.js';
import { paddedWords, Template, wordsOf } from './template.js';

interface Holes {
  /** Frame position → word position of its hole, 0 where it has none. */
  readonly frame: Int32Array;
  readonly facts: Int32Array;
  grade: number;
  vetoes: number;
}

export class ExplanationBytes {
  private readonly bytes: Uint8Array;
  private readonly words: Int32Array;
  private readonly holes: Holes;
  private readonly frame: Int32Array;
  private readonly shown: Int32Array;
  private readonly factsShown: Int32Array;
  private stateShown = -1;
  private readonly sheetTexts: NumberTexts;
  private readonly totalTexts: NumberTexts;
  private readonly counts = new NumberTexts(1, false);
  private readonly grades: readonly Int32Array[];
  private readonly layout: FrameLayout;

  constructor(
    sheet: FastSheet,
    private readonly scorer: FastScorer,
  ) {
    const { plan } = sheet;
    this.layout = frameLayout(plan);
    this.frame = newFrame(plan);
    this.shown = newFrame(plan);
    this.factsShown = new Int32Array(plan.slots.length);
    this.sheetTexts = new NumberTexts(plan.sheetScale, true);
    this.totalTexts = new NumberTexts(plan.scale, true);
    const width = Math.max(...plan.grades.map((grade) => wordsOf(JSON.stringify(grade))));
    this.grades = plan.grades.map((grade) => paddedWords(JSON.stringify(grade), width));
    this.holes = {
      frame: new Int32Array(this.frame.length),
      facts: new Int32Array(plan.slots.length),
      grade: 0,
      vetoes: 0,
    };
    this.bytes = writeTemplate(sheet, { holes: this.holes, layout: this.layout, gradeWords: width });
    this.words = new Int32Array(this.bytes.buffer);
    for (const [position, at] of this.holes.frame.entries())
      if (at > 0) this.textsAt(position).write(0, this.words, at);
    for (const at of this.holes.facts) if (at > 0) this.counts.write(0, this.words, at);
  }

  /** The explanation of the unit whose slots start at `at`. The bytes are resident: the next call writes over them. */
  render(facts: Lane, at: number): Uint8Array {
    const { frame, shown, holes, words } = this;
    this.scorer.trace(facts, at, frame);
    for (let position = 0; position < frame.length; position += 1) {
      const value = frame[position] ?? 0;
      if (value === shown[position]) continue;
      shown[position] = value;
      const hole = holes.frame[position] ?? 0;
      if (hole > 0) this.textsAt(position).write(value, words, hole);
    }
    this.writeFacts(facts, at);
    this.writeState(frame[this.layout.state] ?? 0);
    return this.bytes;
  }

  private writeFacts(facts: Lane, at: number): void {
    const { factsShown, holes, words, counts } = this;
    for (let slot = 0; slot < factsShown.length; slot += 1) {
      const value = facts[at + slot] ?? 0;
      if (value === factsShown[slot]) continue;
      factsShown[slot] = value;
      counts.write(value, words, holes.facts[slot] ?? 0);
    }
  }

  private writeState(state: number): void {
    if (state === this.stateShown) return;
    this.stateShown = state;
    this.words.set(this.grades[gradeOf(state)] ?? [], this.holes.grade);
    for (let veto = 0; veto < this.scorer.plan.vetoes.length; veto += 1)
      this.words.set((vetoesOf(state) >> veto) & 1 ? TRUE : FALSE, this.holes.vetoes + veto * VETO_WORDS);
  }

  private textsAt(position: number): NumberTexts {
    const { layout, scorer } = this;
    if (position === layout.bonus) return scorer.plan.bonus.base === 'sheet' ? this.sheetTexts : this.totalTexts;
    const onTotal = position === layout.total || (position >= layout.parts && position < layout.items);
    return onTotal ? this.totalTexts : this.sheetTexts;
  }
}

const TRUE = paddedWords('true', 2);
const FALSE = paddedWords('false', 2);
/** `true`, `false` and the comma after it. */
const VETO_WORDS = 3;

interface Writing {
  readonly holes: Holes;
  readonly layout: FrameLayout;
  readonly gradeWords: number;
}

function writeTemplate(sheet: FastSheet, writing: Writing): Uint8Array {
  const { plan, program } = sheet;
  const { holes, layout } = writing;
  const template = new Template();
  const frame = (position: number) => {
    holes.frame[position] = template.hole();
  };
  template.text(`{"scheme":${JSON.stringify(program.scheme.id)},"sheet":${JSON.stringify(plan.sheet)},"grade":`);
  holes.grade = template.hole(writing.gradeWords);
  template.text(`,"vetoes":${JSON.stringify(plan.vetoes.map((veto) => veto.id))},"vetoed":[`);
  for (const index of plan.vetoes.keys()) {
    const at = template.hole(2);
    if (index === 0) holes.vetoes = at;
    template.text(index === plan.vetoes.length - 1 ? '' : ',   ');
  }
  template.text('],"total":');
  frame(layout.total);
  template.text(',"parts":[');
  for (const [index, part] of plan.parts.entries()) {
    template.text(`${index > 0 ? ',' : ''}{"id":${JSON.stringify(part.id)},"score":`);
    frame(layout.parts + index);
    template.text('}');
  }
  template.text('],"sheetScore":');
  frame(layout.sheet);
  template.text(',"bonus":');
  frame(layout.bonus);
  template.text(',"items":[');
  writeItems(sheet, writing, template);
  template.text('],"beside":{');
  writeBeside(plan, holes, template);
  return template.text('}}').finish();
}

/** Facts that no clause reads: bonus, ratings, what vetoes count. */
function writeBeside(plan: SheetPlan, holes: Holes, template: Template): void {
  const beside = [...plan.slots.entries()].filter(([, slot]) => slot.item === undefined);
  for (const [order, [index, slot]] of beside.entries()) {
    template.text(`${order > 0 ? ',' : ''}${JSON.stringify(slot.name)}:`);
    holes.facts[index] = template.hole();
  }
}

function writeItems({ program, plan }: FastSheet, { holes, layout }: Writing, template: Template): void {
  const compiled = program.sheets.get(plan.sheet)?.items ?? [];
  for (const [index, item] of plan.items.entries()) {
    const { name, fullMarks } = compiled[index]?.item ?? { name: '', fullMarks: '' };
    const marks = { id: item.id, name, fullMarks };
    template.text(
      `${index > 0 ? ',' : ''}${JSON.stringify(marks).slice(0, -1)},"start":${startText(plan, item)},"score":`,
    );
    holes.frame[layout.items + index] = template.hole();
    template.text(',"clauses":[');
    for (const [order, clause] of item.clauses.entries()) {
      template.text(order > 0 ? ',' : '');
      writeClause({ clause, source: compiled[index]?.clauses[order]?.clause }, { holes, layout, plan }, template);
    }
    template.text(']}');
  }
}

function startText({ sheetScale }: SheetPlan, { start }: PlanItem): string {
  return JSON.stringify(formatExact(rational(BigInt(start), BigInt(sheetScale))));
}

function writeClause(
  { clause, source }: { readonly clause: PlanClause; readonly source: Clause | undefined },
  { holes, layout, plan }: Pick<Writing, 'holes' | 'layout'> & { readonly plan: SheetPlan },
  template: Template,
): void {
  template.text(`{"id":${JSON.stringify(clause.id)},"quote":${JSON.stringify(source?.quote ?? '')},"facts":[`);
  const slots = [
    ...new Set(
      clause.rules.flatMap(({ terms, table, forfeits }) => [
        ...terms.map((term) => term.slot),
        ...(table ? [table.slot] : []),
        ...forfeits,
      ]),
    ),
  ];
  for (const [order, slot] of slots.sort((a, b) => a - b).entries()) {
    template.text(`${order > 0 ? ',' : ''}{"fact":${JSON.stringify(plan.slots[slot]?.name)},"value":`);
    holes.facts[slot] = template.hole();
    template.text('}');
  }
  template.text('],"asked":');
  holes.frame[layout.asked + clause.index] = template.hole();
  template.text(',"applied":');
  holes.frame[layout.applied + clause.index] = template.hole();
  template.text('}');
}
