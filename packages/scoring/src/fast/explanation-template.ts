/** The explanation's text with a hole for every number: which frame position or slot is written where, and in which form. */
import { formatExact } from '../exact/decimal.js';
import { rational } from '../exact/rational.js';
import type { Clause } from '../scheme/sheet.js';
import { type FrameLayout, frameLayout } from './frame.js';
import { formFor, type NumberForm } from './number-texts.js';
import { FORFEIT, type PlanClause, type PlanItem, type SheetPlan } from './plan.js';
import type { FastSheet } from './plan-sheet.js';
import { clauseRange, type Range } from './range.js';
import { Template, wordsOf } from './template.js';

/** A hole: where its first word stands, and how its number is written. */
export interface Hole {
  readonly at: number;
  readonly form: NumberForm;
}

export interface ExplanationTemplate {
  readonly bytes: Uint8Array;
  /** One for each frame position from `sheet` on. */
  readonly frame: readonly Hole[];
  readonly total: Hole;
  /** One for each slot. */
  readonly facts: readonly Hole[];
  readonly grade: { readonly at: number; readonly words: number };
  /** Where each veto's `true` or `false` stands, two words wide. */
  readonly vetoes: readonly number[];
}

/** The template of a sheet: written once to see how wide its widest number is, then with all of that width. */
export function explanationTemplate(sheet: FastSheet): ExplanationTemplate {
  const { frame, total, facts } = new Writer(sheet, 0).write();
  const width = Math.max(...[...frame, total, ...facts].map(({ form }) => form.words));
  return new Writer(sheet, width).write();
}

class Writer {
  private readonly template = new Template();
  private readonly frame: Hole[] = [];
  private readonly facts: Hole[] = [];
  private readonly vetoes: number[] = [];
  private readonly layout: FrameLayout;
  private readonly plan: SheetPlan;

  constructor(
    private readonly sheet: FastSheet,
    private readonly width: number,
  ) {
    this.plan = sheet.plan;
    this.layout = frameLayout(sheet.plan);
  }

  write(): ExplanationTemplate {
    const { template, plan, layout } = this;
    template.text(`{"scheme":${JSON.stringify(this.sheet.program.scheme.id)},"sheet":${JSON.stringify(plan.sheet)}`);
    const words = Math.max(...plan.grades.map((grade) => wordsOf(JSON.stringify(grade))));
    const grade = { at: template.text(',"grade":').hole(words), words };
    this.writeVetoes();
    this.amount(',"total":', layout.total, { range: plan.totals, scale: plan.scale });
    this.list(',"parts":[', plan.parts, (part, index) => {
      const scale = { range: plan.totals, scale: plan.scale };
      this.amount(`{"id":${JSON.stringify(part.id)},"score":`, layout.parts + index, scale);
    });
    this.amount(',"sheetScore":', layout.sheet, { range: this.sheetRange(), scale: plan.sheetScale });
    const bonusScale = plan.bonus.base === 'sheet' ? plan.sheetScale : plan.scale;
    this.amount(',"bonus":', layout.bonus, { range: { least: 0, most: plan.bonus.cap }, scale: bonusScale });
    this.writeItems();
    this.writeBeside();
    const bytes = template.text('}').finish();
    const [total, , ...frame] = this.frame as [Hole, Hole, ...Hole[]];
    return { bytes, frame, total, facts: this.facts, grade, vetoes: this.vetoes };
  }

  /** Text, then a hole for what the frame holds at a position. */
  private amount(text: string, position: number, of: { readonly range: Range; readonly scale: number }): void {
    this.frame[position] = this.hole(text, formFor(of.range, of.scale, true));
  }

  private fact(text: string, slot: number): void {
    const { least, most } = this.plan.slots[slot] ?? { least: 0, most: 0 };
    this.facts[slot] = this.hole(text, formFor({ least, most }, 1, false));
  }

  private hole(text: string, narrow: NumberForm): Hole {
    const form = { ...narrow, words: Math.max(narrow.words, this.width) };
    return { at: this.template.text(text).hole(form.words), form };
  }

  /** A JSON list of objects; each entry's text is left open for this to close. */
  private list<Entry>(text: string, entries: readonly Entry[], write: (entry: Entry, index: number) => void): void {
    this.template.text(text);
    for (const [index, entry] of entries.entries()) {
      if (index > 0) this.template.text(',');
      write(entry, index);
      this.template.text('}');
    }
    this.template.text(']');
  }

  private writeVetoes(): void {
    this.list(',"vetoes":[', this.plan.vetoes, (veto) => {
      this.vetoes.push(this.template.text(`{"id":${JSON.stringify(veto.id)},"holds":`).hole(2));
    });
  }

  private writeItems(): void {
    const { plan, layout } = this;
    const compiled = this.sheet.program.sheets.get(plan.sheet)?.items ?? [];
    this.list(',"items":[', plan.items, (item, index) => {
      const { name, fullMarks } = compiled[index]?.item ?? { name: '', fullMarks: '' };
      const start = formatExact(rational(BigInt(item.start), BigInt(plan.sheetScale)));
      const head = JSON.stringify({ id: item.id, name, fullMarks, start }).slice(0, -1);
      this.amount(`${head},"score":`, layout.items + index, { range: this.heldRange(item), scale: plan.sheetScale });
      this.list(',"clauses":[', item.clauses, (clause, order) =>
        this.writeClause(item, clause, compiled[index]?.clauses[order]?.clause),
      );
    });
  }

  /** What an item, and so what one clause of it, can move: all of it where floor and ceiling hold it. */
  private heldRange(item: PlanItem): Range {
    const most = item.ceiling ?? item.start + this.most(item);
    return item.floor ? { least: -Math.max(most, item.start), most: Math.max(most, item.start) } : WIDE;
  }

  private sheetRange(): Range {
    const most = this.plan.items.map((item) => this.heldRange(item).most).reduce((sum, end) => sum + end, 0);
    return { least: -most, most };
  }

  private most(item: PlanItem): number {
    return item.clauses.map((clause) => clauseRange(this.plan, clause).most).reduce((sum, most) => sum + most, 0);
  }

  private writeClause(item: PlanItem, clause: PlanClause, source: Clause | undefined): void {
    const { plan, layout } = this;
    this.template.text(`{"id":${JSON.stringify(clause.id)},"quote":${JSON.stringify(source?.quote ?? '')}`);
    this.list(',"facts":[', slotsOf(clause), (slot) => {
      this.fact(`{"fact":${JSON.stringify(plan.slots[slot]?.name)},"value":`, slot);
    });
    const asked = clauseRange(plan, clause);
    // `"-∞"` takes six bytes: no fewer than the smallest field of two words.
    const range = clause.canForfeit
      ? { least: Math.min(asked.least, -100 * plan.sheetScale), most: asked.most }
      : asked;
    this.amount(',"asked":', layout.asked + clause.index, { range, scale: plan.sheetScale });
    this.amount(',"applied":', layout.applied + clause.index, { range: this.heldRange(item), scale: plan.sheetScale });
  }

  /** Facts that no clause reads: bonus, ratings, what vetoes count. */
  private writeBeside(): void {
    const beside = [...this.plan.slots.entries()].filter(([, slot]) => slot.item === undefined);
    this.list(',"beside":[', beside, ([index, slot]) => {
      this.fact(`{"fact":${JSON.stringify(slot.name)},"value":`, index);
    });
  }
}

const WIDE: Range = { least: FORFEIT, most: -FORFEIT };

function slotsOf({ rules }: PlanClause): number[] {
  const slots = rules.flatMap(({ terms, table, forfeits }) => [
    ...terms.map((term) => term.slot),
    ...(table ? [table.slot] : []),
    ...forfeits,
  ]);
  return [...new Set(slots)].sort((a, b) => a - b);
}
