/** Renders in a thread of its own: the server goes on answering while a set of papers or a large workbook is made. */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../http/refusal.js';
import { ThreadLost } from './failures.js';
import type { Render } from './render.js';

export interface RenderAnswer {
  readonly id: number;
  readonly bytes?: Uint8Array;
  /** What people are told in both languages; a refusal does not cross from the thread as what it is. */
  readonly refusal?: Pick<Refusal, 'status' | 'problem' | 'more'>;
  readonly failure?: string;
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** What the thread runs; its tests run from sources and name the built one. */
const SCRIPT = new URL('./render-in-thread.js', import.meta.url);

/** Started with the first thing to render, and again after it was lost; what it had under way then fails. */
export class RenderingThread {
  private readonly script: URL;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private asked = 0;

  constructor(script: URL = SCRIPT) {
    this.script = script;
  }

  readonly render: Render = async (what) => {
    this.asked += 1;
    const id = this.asked;
    this.worker ??= this.start();
    this.worker.postMessage({ id, what });
    // Only what was sent waits: neither of the two above throws over an entry that nobody would take out.
    return await new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  };

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = this.newWorker();
    worker.on('message', (answer: RenderAnswer) => this.answer(answer));
    worker.on('error', (error) => this.lose(worker, lostBy(error)));
    worker.on('exit', () => this.lose(worker, new ThreadLost('the rendering thread has ended')));
    return worker;
  }

  /** It runs what is built, by Node's own rules, whatever runs this. */
  private newWorker(): Worker {
    try {
      return new Worker(this.script, { execArgv: [] });
    } catch (error) {
      throw lostBy(error);
    }
  }

  private answer({ id, bytes, refusal, failure }: RenderAnswer): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (bytes) one?.resolve(bytes);
    else if (refusal) one?.reject(new Refusal(refusal.status, refusal.problem, refusal.more));
    else one?.reject(new Error(failure));
  }

  private lose(worker: Worker, error: ThreadLost): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of lost) reject(error);
  }
}

function lostBy(error: unknown): ThreadLost {
  return new ThreadLost(error instanceof Error ? error.message : String(error), { cause: error });
}
