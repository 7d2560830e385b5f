/** Renders in a thread of its own: the server goes on answering while a set of papers or a large workbook is made. */
import { Worker } from 'node:worker_threads';
import type { Render } from './render.js';

export interface RenderAnswer {
  readonly id: number;
  readonly bytes?: Uint8Array;
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
    const done = new Promise<Uint8Array>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.worker ??= this.start();
    this.worker.postMessage({ id, what });
    return await done;
  };

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    // It runs what is built, by Node's own rules, whatever runs this.
    const worker = new Worker(this.script, { execArgv: [] });
    worker.on('message', (answer: RenderAnswer) => this.answer(answer));
    worker.on('error', (error) => this.lose(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.lose(worker, new Error('the rendering thread has ended')));
    return worker;
  }

  private answer({ id, bytes, failure }: RenderAnswer): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (bytes) one?.resolve(bytes);
    else one?.reject(new Error(failure));
  }

  private lose(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of lost) reject(error);
  }
}
