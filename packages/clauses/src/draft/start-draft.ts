/** What was read → a draft to work on: every clause, veto and band with its place, nothing decided that the text leaves open. */
import type { ImportedBand, ImportedClause, ImportedItem, ImportedScheme, ImportedVeto } from '../imported.js';
import { cutByRule } from './cut.js';
import type { DraftClause, DraftVeto, SchemeDraft } from './draft.js';
import { inCell } from './in-cell.js';
import { pinnedRule } from './pins.js';
import { rowOf } from './printed-place.js';
import { startDays } from './start-days.js';
import { startNotes } from './start-notes.js';
import { startParts } from './start-parts.js';
import { startRows } from './suppliers.js';
import { conditionIn } from './veto-conditions.js';

/** `source` is the text that was read, in which the places are counted. */
export function startDraft(read: ImportedScheme, source: string): SchemeDraft {
  const year = /(20\d\d)年/.exec(`${read.title}\n${source.slice(0, 2000)}`)?.[1];
  let count = 0;
  const clauses = (list: readonly ImportedClause[]): DraftClause[] =>
    list.flatMap((clause) =>
      startClauses(clause).map((one) => {
        count += 1;
        return { ...one, key: `c${count}` };
      }),
    );
  const rows = read.items.flatMap((item) => startRows(item, source)).sort((a, b) => a.span[0] - b.span[0]);
  const items = read.items.map((item) => ({
    name: item.name,
    fullMarks: item.fullMarks ?? '',
    start: item.start,
    clauses: clauses(item.clauses).map((clause) => inCell(clause, rowOf({ rows }, clause), source)),
  }));
  return {
    head: {
      id: year === undefined ? '' : `scheme-${year}`,
      title: read.title.replace(/\s+/g, ''),
      titleEn: '',
      documentNumber: /[\u4e00-\u9fa5]{1,8}〔20\d\d〕\d{1,4}号/.exec(source.slice(0, 3000))?.[0] ?? '',
      issuer: '',
      from: year === undefined ? '' : `${year}-01-01`,
      to: year === undefined ? '' : `${year}-12-31`,
      fullMarks: read.fullMarks ?? '',
    },
    columns: read.columns,
    rows,
    supplier: { by: 'team', name: '' },
    composition: startParts(read.composition, source),
    calendar: startDays(read.calendar, year),
    notes: startNotes(read.notes, { source, hasRowMarks: read.items.some(hasRowMarks) }),
    items,
    bonus: {
      cap: bonusCap(source),
      highestOnly: /就高不就低|取最高|最高级别|不重复/.test(source),
      withinFullMarks: /(?:总分|得分)不(?:得)?超过(?:满分|100分)/.test(source),
      clauses: clauses(read.bonus),
    },
    vetoes: read.vetoes.map(startVeto),
    bands: startBands(read.gradeBands),
    classes: [],
    units: [],
    seen: [],
  };
}

/** Not those of the item, printed over its first row. */
const hasRowMarks = ({ rows }: ImportedItem): boolean => rows.slice(1).some(({ fullMarks }) => fullMarks !== null);

function bonusCap(source: string): string {
  return (
    /加分(?:总计|合计|累计|总分|总和)?(?:最高|最多|不(?:得)?超过)[^\d]{0,4}(\d+(?:\.\d+)?)分/.exec(source)?.[1] ?? ''
  );
}

/** One clause for each rule: a scheme quotes a sentence for every rule. */
function startClauses(clause: ImportedClause): Omit<DraftClause, 'key'>[] {
  const pieces = cutByRule(clause);
  const questions = clause.problems.map(({ code, zh, en }) => ({ code, zh, en }));
  const base = { row: clause.row, status: clause.status, answered: [], decision: 'open' as const };
  if (pieces)
    return pieces.map(({ quote, span, rule }) => ({ ...base, quote, span, questions, rule: pinnedRule(rule, quote) }));
  const [first, ...others] = clause.rules;
  const more = others.length === 0 ? [] : [severalRules(clause.rules.length)];
  return [
    {
      ...base,
      status: others.length === 0 ? clause.status : 'unreadable',
      quote: clause.quote,
      span: clause.span,
      questions: [...questions, ...more],
      rule: first && others.length === 0 ? pinnedRule(first, clause.quote) : null,
    },
  ];
}

const severalRules = (count: number) => ({
  code: 'several-rules',
  zh: `这一句里有 ${count} 条规则，没有能自动分开的地方：请改成一条公式，或在左边选中各句分别添加`,
  en: `${count} rules in one sentence that cannot be cut by itself: make it one formula, or add each part from the document`,
});

function startVeto({ quote, span, status, when, effect }: ImportedVeto): DraftVeto {
  const condition = conditionIn(when);
  // “重大事故” by itself may mean that level alone.
  const isPlain = condition?.kind !== 'accidents' || /以上|重特大|特别重大/.test(when);
  return {
    quote,
    span,
    effect,
    when: condition,
    decision: status === 'read' && condition && isPlain ? 'accepted' : 'open',
  };
}

/** The best first; what one band says of its upper end, the band above says of its lower. */
function startBands(bands: readonly ImportedBand[]): SchemeDraft['bands'] {
  const end = ({ from }: ImportedBand) => (from === null ? -1 : Number(from));
  const sorted = [...bands].sort((a, b) => end(b) - end(a));
  return sorted.map(({ grade, from, quote, span, status }) => {
    const decision = status === 'read' ? 'accepted' : 'open';
    return { grade, from: from ?? '', quote, span, decision };
  });
}
