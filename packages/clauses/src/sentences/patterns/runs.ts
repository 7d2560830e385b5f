/** Phrases one after the other that are read together. */
import type { Rung } from '../../imported.js';
import type { Phrase } from '../phrases.js';
import type { At } from '../reading.js';
import { type CapRead, capOf } from './caps.js';

/** How many phrases from the first on go on in the way a test says. */
export function runOf(rest: readonly Phrase[], fits: (phrase: Phrase, index: number) => boolean): readonly Phrase[] {
  const end = rest.findIndex((phrase, index) => !fits(phrase, index));
  return end < 0 ? rest : rest.slice(0, end);
}

export const words = ({ lead }: Phrase): string => lead.replace(/“[^”]*\d[^”]*”/g, '').replace(/的?，?$/, '');
export const amountOf = ({ act }: Phrase): string => (act.kind === 'nothing' ? '0' : (act.numbers[0] ?? ''));
/** “100%不扣分，90%以上扣1分”: what costs nothing is a rung as well. */
const FREE = /^([^，。；]*\d[^，。；]*?)的?不(?:扣|扣分|减分)，(.+)$/;
export const rungsOf = (run: readonly Phrase[]): readonly Rung[] =>
  run.flatMap((phrase) => {
    const [, free, rest] = FREE.exec(words(phrase)) ?? [];
    const rung = { when: rest ?? words(phrase), amount: amountOf(phrase) };
    return free === undefined ? [rung] : [{ when: free, amount: '0' }, rung];
  });

/** The caps of a run, whichever of its phrases prints one. */
export function capOfRun(run: readonly Phrase[], { around }: At): CapRead {
  const last = run[run.length - 1];
  return last ? capOf(last, around) : { cap: {}, asks: [] };
}
