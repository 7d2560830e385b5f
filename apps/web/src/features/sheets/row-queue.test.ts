import type { RowChanged, SheetRowJson } from '@kaohe/api-contract';
import { describe, expect, it } from 'vitest';
import { type Draft, type Outcome, RowQueue } from './row-queue';

const ENTRY = { closed: true, observations: {} };
const FOUND = { closed: true, observations: { 'county/1.1': { breached: 'true' } } };
const saved = (version: number): Outcome => ({ saved: { version, row: { line: 'county/1', version } } as RowChanged });
const refused = (status: number, code: string, more: object = {}): Outcome => ({
  status,
  problem: { code, title: '', titleEn: '', detail: '', detailEn: '', ...more },
});

/** A world whose network answers when the test says so, and whose clock runs when the test says so. */
function world(kept: Readonly<Record<string, Draft>> = {}) {
  const sent: { draft: Draft; answer: (outcome: Outcome) => void }[] = [];
  const timers: (() => void)[] = [];
  const stored: { drafts: Readonly<Record<string, Draft>> } = { drafts: kept };
  let keys = 0;
  const queue = new RowQueue(
    {
      send: async (_line, draft) => await new Promise((answer) => sent.push({ draft, answer })),
      keep: (drafts) => {
        stored.drafts = drafts;
      },
      later: (_milliseconds, run) => timers.push(run),
      newKey: () => {
        keys += 1;
        return `key-${keys}`;
      },
      onSaved: () => undefined,
    },
    kept,
  );
  const tick = () => {
    for (const run of timers.splice(0)) run();
  };
  const answer = async (outcome: Outcome) => {
    sent[sent.length - 1]?.answer(outcome);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { queue, sent, stored, tick, answer };
}

describe('填的行排队送出', () => {
  it('连着改只送最后一次', () => {
    const { queue, sent, tick } = world();
    queue.put('county/1', ENTRY, 0);
    queue.put('county/1', FOUND, 0);
    tick();
    expect(sent.map(({ draft }) => draft.observations)).toEqual([FOUND.observations]);
  });

  it('一行同时只有一个请求在路上；路上又改的，等它回来再送，接着新的版本', async () => {
    const { queue, sent, tick, answer } = world();
    queue.put('county/1', ENTRY, 0);
    tick();
    queue.put('county/1', FOUND, 0);
    tick();
    expect(sent).toHaveLength(1);
    await answer(saved(1));
    tick();
    expect(sent[1]?.draft).toMatchObject({ ...FOUND, base: 1 });
    await answer(saved(2));
    expect(queue.pending().size).toBe(0);
  });

  it('断了网什么也不丢：留在浏览器里，通了再送，同一内容用同一个编号', async () => {
    const first = world();
    first.queue.put('county/1', FOUND, 3);
    first.tick();
    await first.answer(refused(0, 'no-connection'));
    expect(first.queue.pending().get('county/1')?.progress).toBe('offline');
    first.queue.flush();
    expect(first.sent.map(({ draft }) => draft.key)).toEqual(['key-1', 'key-1']);
    const second = world(first.stored.drafts);
    second.tick();
    expect(second.sent[0]?.draft).toMatchObject({ ...FOUND, base: 3, key: 'key-1' });
    await second.answer(saved(4));
    expect(second.stored.drafts).toEqual({});
  });

  it('别人先改了，两个版本都在，选哪个由人定', async () => {
    const { queue, sent, tick, answer } = world();
    const current = { line: 'county/1', version: 5, ...ENTRY } as unknown as SheetRowJson;
    queue.put('county/1', FOUND, 4);
    tick();
    await answer(refused(409, 'stale-edit', { current }));
    expect(queue.pending().get('county/1')).toMatchObject({ progress: 'conflict', current, draft: FOUND });
    queue.flush();
    expect(sent).toHaveLength(1);
    queue.settle('county/1', 'mine');
    expect(sent[1]?.draft).toMatchObject({ ...FOUND, base: 5 });
  });

  it('两个人填得一样，不必选', async () => {
    const { queue, tick, answer } = world();
    queue.put('county/1', ENTRY, 4);
    tick();
    await answer(refused(409, 'stale-edit', { current: { line: 'county/1', version: 5, ...ENTRY } }));
    expect(queue.pending().size).toBe(0);
  });

  it('没填完的不送，但留着', () => {
    const { queue, sent, stored, tick } = world();
    queue.put('county/1', { ...FOUND, incomplete: true }, 0);
    tick();
    expect(sent).toHaveLength(0);
    expect(stored.drafts).toHaveProperty(['county/1']);
  });

  it('服务器不收的，说明原因，留着', async () => {
    const { queue, tick, answer } = world();
    queue.put('county/1', FOUND, 0);
    tick();
    await answer(refused(409, 'wrong-state'));
    expect(queue.pending().get('county/1')).toMatchObject({ progress: 'refused', draft: FOUND });
  });
});
