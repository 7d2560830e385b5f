// Items put in order by a person: nothing of the document is lost, nothing stands twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addItem,
  changeItem,
  clausesOf,
  type Holder,
  holderOf,
  importDocument,
  mergeItem,
  moveClause,
  removeItem,
  type SchemeDraft,
  splitItem,
  startDraft,
  toScheme,
} from '../src/index.js';

const SOURCE = `河东市2024年度安全生产考核细则（总分40分）
一、日常检查（20.5分）
1．每月检查不少于2次，少1次扣0.5分；未建立台账的扣1分，台账不全的扣0.5分。
2．隐患整改率低于90%的扣2分；每低5个百分点再扣0.2分。
3．迟报的第1、2、3次分别扣1分、2分、3分。
二、宣传教育（19.5分）
4．有方案、有落实、有总结，少一项扣1分。
5．未开展“安全生产月”活动的扣3分。
6．弄虚作假的，该大项不得分。
三、加分（最多加5分）
获得省级表彰的加2分。
获得市级表彰的加1分。
`;
const started = startDraft(importDocument(SOURCE), SOURCE);
const keysOf = (draft: SchemeDraft) => clausesOf(draft).map(({ key }) => key);
const KEYS = keysOf(started);

type Step = (draft: SchemeDraft) => SchemeDraft;
const place = fc.integer({ min: -1, max: 6 });
const key = fc.constantFrom(...KEYS, 'c999');
const holder: fc.Arbitrary<Holder> = fc.oneof(place, fc.constant('bonus' as const));
const step: fc.Arbitrary<Step> = fc.oneof(
  place.map(
    (at): Step =>
      (draft) =>
        addItem(draft, at),
  ),
  place.map(
    (at): Step =>
      (draft) =>
        removeItem(draft, at),
  ),
  place.map(
    (at): Step =>
      (draft) =>
        mergeItem(draft, at),
  ),
  key.map(
    (one): Step =>
      (draft) =>
        splitItem(draft, one),
  ),
  fc.tuple(key, holder).map(
    ([one, to]): Step =>
      (draft) =>
        moveClause(draft, one, to),
  ),
  fc.tuple(place, fc.string()).map(
    ([at, name]): Step =>
      (draft) =>
        changeItem(draft, at, { name }),
  ),
);
const steps = fc.array(step, { maxLength: 30 });
const after = (list: readonly Step[]) => list.reduce((draft, one) => one(draft), started);

describe('大项由人理顺', () => {
  it('不论怎样加、拆、并、改名、移，每一条都还在，只在一处，内容不变', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const draft = after(list);
        expect(keysOf(draft).sort()).toEqual([...KEYS].sort());
        const before = new Map(clausesOf(started).map((clause) => [clause.key, clause]));
        for (const clause of clausesOf(draft)) expect(clause).toBe(before.get(clause.key));
      }),
      { numRuns: 500 },
    );
  });

  it('每一项里的条款总是文件里的先后', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { items, bonus } = after(list);
        for (const { clauses } of [...items, bonus]) {
          const starts = clauses.map(({ span }) => span[0]);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('拆开再并回来，条款和分值都是原来的', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), (one) => {
        const at = holderOf(started, one);
        const split = splitItem(started, one);
        if (split === started || typeof at !== 'number') return;
        expect(split.items).toHaveLength(started.items.length + 1);
        expect(mergeItem(split, at + 1)).toEqual(started);
      }),
    );
  });

  it('并成一项的分值是两项之和，一点不差', () => {
    expect(mergeItem(started, 1).items.map(({ name, fullMarks }) => [name, fullMarks])).toEqual([
      [started.items[0]?.name, '40'],
    ]);
    const empty = changeItem(started, 1, { fullMarks: '' });
    expect(mergeItem(empty, 1).items[0]?.fullMarks).toBe('20.5');
  });

  it('条款移过去在它该在的地方，移回来同原来一样', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), fc.constantFrom<Holder>(0, 1, 'bonus'), (one, to) => {
        const from = holderOf(started, one);
        if (from === undefined) throw new Error(`no ${one}`);
        const moved = moveClause(started, one, to);
        expect(holderOf(moved, one)).toBe(to);
        expect(moveClause(moved, one, from)).toEqual(started);
      }),
    );
  });

  it('办不到的，草稿原样不动：拆第一条，并第一项，删有条款的项，移到没有的项', () => {
    const [first = ''] = KEYS;
    expect(splitItem(started, first)).toBe(started);
    expect(mergeItem(started, 0)).toBe(started);
    expect(removeItem(started, 0)).toBe(started);
    expect(moveClause(started, first, 9)).toBe(started);
    expect(removeItem(addItem(started, 0), 1)).toEqual(started);
  });

  it('理顺以后，方案里的条款还是同样多', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const draft = after(list);
        const inItems = draft.items.flatMap(({ clauses }) => clauses).map((one) => one.key);
        const { ids, gaps, leftOut } = toScheme(draft, SOURCE);
        const told = new Set([...Object.keys(ids), ...gaps.map(({ at }) => at), ...leftOut.map((one) => one.key)]);
        expect(inItems.filter((one) => !told.has(one))).toEqual([]);
        expect(new Set(Object.values(ids)).size).toBe(Object.keys(ids).length);
      }),
      { numRuns: 60 },
    );
  });
});
