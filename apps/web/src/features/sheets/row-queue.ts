/**
 * Rows on their way to the server: one request at a time a line, the newest entry after it; what was not sent outlives the
 * page. Knows neither React nor the network, so that its promises can be tested: nothing typed is ever lost.
 */
import type { RowChanged, SheetRowJson } from '@kaohe/api-contract';
import type { ProblemBody } from '../../shared/office/client';
import { type Entry, entryOf, isSameEntry } from './entries';

/** An entry that is not on the server yet. */
export interface Draft extends Entry {
  /** The version it changes. */
  readonly base: number;
  /** The same write sent again carries the same key. */
  readonly key: string;
  /** The engine does not take it yet (a numerator without its denominator): kept, not sent. */
  readonly incomplete?: boolean;
  /** The scan of the paper a counting clerk enters it from. */
  readonly scan?: string | undefined;
}

export type Progress = 'waiting' | 'sending' | 'offline' | 'conflict' | 'refused';

export interface Pending {
  readonly draft: Draft;
  readonly progress: Progress;
  /** What somebody else has written meanwhile. */
  readonly current?: SheetRowJson | undefined;
  readonly problem?: ProblemBody | undefined;
}

/** What came of sending: the row as it is now, or why not. */
export type Outcome = { readonly saved: RowChanged } | { readonly status: number; readonly problem: ProblemBody };

export interface QueueWorld {
  readonly send: (line: string, draft: Draft) => Promise<Outcome>;
  /** Keeps what is not sent yet beyond the life of the page. */
  readonly keep: (drafts: Readonly<Record<string, Draft>>) => void;
  readonly later: (milliseconds: number, run: () => void) => void;
  readonly newKey: () => string;
  readonly onSaved: (saved: Pick<RowChanged, 'row'>) => void;
}

const PAUSE_MS = 500;
const RETRY_MS = 4000;

export class RowQueue {
  readonly #world: QueueWorld;
  readonly #listeners = new Set<() => void>();
  readonly #sending = new Set<string>();
  #pending: ReadonlyMap<string, Pending>;

  constructor(world: QueueWorld, kept: Readonly<Record<string, Draft>>) {
    this.#world = world;
    this.#pending = new Map(Object.entries(kept).map(([line, draft]) => [line, { draft, progress: 'waiting' }]));
    for (const line of this.#pending.keys()) this.#soon(line);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly pending = (): ReadonlyMap<string, Pending> => this.#pending;

  /** A line was changed on the page; `version` is what the server last said of it. */
  put(line: string, entry: Entry & Pick<Draft, 'incomplete' | 'scan'>, version: number): void {
    const before = this.#pending.get(line);
    const draft: Draft = { ...entry, base: before?.draft.base ?? version, key: this.#world.newKey() };
    this.#set(line, before?.progress === 'conflict' ? { ...before, draft } : { draft, progress: 'waiting' });
    this.#soon(line);
  }

  /** Sends what waits, now: the network is back. */
  flush(): void {
    for (const line of this.#pending.keys()) void this.#send(line);
  }

  /** Of two versions one is kept: theirs, or mine over theirs. */
  settle(line: string, keep: 'theirs' | 'mine'): void {
    const { draft, current } = this.#pending.get(line) ?? {};
    if (!draft || !current) return;
    if (keep === 'theirs') {
      this.#world.onSaved({ row: current });
      this.#set(line, undefined);
      return;
    }
    this.#set(line, { draft: { ...draft, base: current.version, key: this.#world.newKey() }, progress: 'waiting' });
    void this.#send(line);
  }

  /** Gives up what the server refuses. */
  forget(line: string): void {
    this.#set(line, undefined);
  }

  #soon(line: string): void {
    this.#world.later(PAUSE_MS, () => void this.#send(line));
  }

  async #send(line: string): Promise<void> {
    const waiting = this.#pending.get(line);
    const isReady = waiting && (waiting.progress === 'waiting' || waiting.progress === 'offline');
    if (!isReady || waiting.draft.incomplete || this.#sending.has(line)) return;
    const { draft } = waiting;
    this.#sending.add(line);
    this.#set(line, { draft, progress: 'sending' });
    const outcome = await this.#world.send(line, draft);
    this.#sending.delete(line);
    this.#done(line, draft, outcome);
  }

  #done(line: string, sent: Draft, outcome: Outcome): void {
    const now = this.#pending.get(line)?.draft;
    if (!('saved' in outcome)) {
      this.#refused(line, now ?? sent, outcome);
      return;
    }
    this.#world.onSaved(outcome.saved);
    const isLast = !now || now.key === sent.key;
    this.#set(line, isLast ? undefined : { draft: { ...now, base: outcome.saved.version }, progress: 'waiting' });
    if (!isLast) this.#soon(line);
  }

  #refused(line: string, draft: Draft, { status, problem }: Exclude<Outcome, { saved: RowChanged }>): void {
    if (status === 0 || status >= 500) {
      this.#set(line, { draft, progress: 'offline' });
      this.#world.later(RETRY_MS, () => void this.#send(line));
      return;
    }
    const current = problem.code === 'stale-edit' ? (problem.current as SheetRowJson) : undefined;
    // Both have found the same: nothing to choose.
    const isSame = current && isSameEntry(entryOf(current), draft);
    this.#set(line, isSame ? undefined : { draft, progress: current ? 'conflict' : 'refused', current, problem });
    if (isSame) this.#world.onSaved({ row: current });
  }

  #set(line: string, pending: Pending | undefined): void {
    const next = new Map(this.#pending);
    if (pending) next.set(line, pending);
    else next.delete(line);
    this.#pending = next;
    this.#world.keep(Object.fromEntries([...next].map(([id, { draft }]) => [id, draft])));
    for (const listener of this.#listeners) listener();
  }
}
