/** What runs in the rendering thread: one answer to each thing asked. */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../http/refusal.js';
import { type Rendering, renderHere } from './render.js';
import type { RenderAnswer } from './rendering-thread.js';

interface Asked {
  readonly id: number;
  readonly what: Rendering;
}

async function answerTo({ id, what }: Asked): Promise<RenderAnswer> {
  try {
    return { id, bytes: await renderHere(what) };
  } catch (error) {
    if (error instanceof Refusal) {
      const { status, problem, more } = error;
      return { id, refusal: { status, problem, more } };
    }
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await answerTo(asked)));
