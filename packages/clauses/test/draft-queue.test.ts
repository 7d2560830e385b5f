// The queue of a draft: sentences, bonus, vetoes and grades, each answered in its turn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedEntry,
  assessedUnitsIn,
  decidedEntry,
  importDocument,
  isOpen,
  type QueueEntry,
  queueOf,
  type SchemeDraft,
  startDraft,
  toScheme,
  withEntry,
} from '../src/index.js';

const SOURCE = `河东市2024年度安全生产考核细则（总分20分）
考核对象：各县（市、区）人民政府，各开发区管委会。
一、日常检查（20分）
1．每月检查不少于2次，少1次扣0.5分；未建立台账的扣1分。
二、加分
获得国家、省、市级表彰的，分别加3分、2分、1分。
三、年度内发生重大事故的，考核结果为不合格。瞒报事故的，取消评先资格。
90分以上为优秀，60分以上为合格，不足60分为不合格。
`;
const started = startDraft(importDocument(SOURCE), SOURCE);
const named = (draft: SchemeDraft, key: string): QueueEntry => {
  const entry = queueOf(draft).find((one) => one.key === key);
  if (!entry) throw new Error(`no ${key}`);
  return entry;
};

describe('待确认的', () => {
  it('条款、加分上限、否决和等次都在一个队里', () => {
    expect([...new Set(queueOf(started).map(({ kind }) => kind))]).toEqual(['clause', 'bonus', 'veto', 'band']);
    expect(
      queueOf(started)
        .filter(isOpen)
        .map(({ key }) => key),
    ).toEqual(expect.arrayContaining(['bonus', 'veto-1', 'veto-2', 'band-1']));
  });

  it('否决有条件才能确认，没有条件的标明由办公室办；都能收回', () => {
    const [first, second] = [named(started, 'veto-1'), named(started, 'veto-2')];
    const accepted = acceptedEntry(first);
    expect(accepted).toMatchObject({ veto: { decision: 'accepted', when: { kind: 'accidents', atLeast: 'serious' } } });
    expect(accepted && isOpen(accepted)).toBe(false);
    expect(acceptedEntry(second)).toBeUndefined();
    const left = decidedEntry(second, 'left-out');
    expect(left && isOpen(left)).toBe(false);
    expect(left && decidedEntry(left, 'open')).toMatchObject({ veto: { decision: 'open' } });
  });

  it('加分没有写上限的，填了才算完；等次说不准边界的，确认了才能下发', () => {
    const bonus = named(started, 'bonus');
    expect(acceptedEntry(bonus)).toBeUndefined();
    const capped = withEntry(started, { kind: 'bonus', key: 'bonus', bonus: { ...started.bonus, cap: '5' } });
    expect(isOpen(named(capped, 'bonus'))).toBe(false);
    const undecided = () => toScheme(started, SOURCE).gaps.filter(({ at }) => at === 'band-1');
    expect(undecided().map(({ code }) => code)).toEqual(['undecided']);
    const band = acceptedEntry(named(started, 'band-1'));
    expect(band && toScheme(withEntry(started, band), SOURCE).gaps.map(({ at }) => at)).not.toContain('band-1');
  });

  it('一件一件决定下去，总有决定完的时候；别的没有动过', () => {
    const entries = queueOf(started);
    fc.assert(
      fc.property(fc.constantFrom(...entries), (entry) => {
        const decided = acceptedEntry(entry) ?? decidedEntry(entry, 'left-out');
        if (!decided) return;
        const draft = withEntry(started, decided);
        const others = queueOf(draft).filter(({ key }) => key !== entry.key);
        if (entry.kind !== 'clause')
          expect(others.filter(({ kind }) => kind !== 'bonus')).toEqual(
            entries.filter(({ key, kind }) => key !== entry.key && kind !== 'bonus'),
          );
        expect(isOpen(named(draft, entry.key))).toBe(false);
        expect(withEntry(draft, entry)).toEqual(started);
      }),
    );
  });
});

describe('被考核单位', () => {
  const found = (text: string) => assessedUnitsIn(text);

  it('原文只写类别的，只提类别', () => {
    expect(found(SOURCE)).toMatchObject({ classes: ['district', 'development-zone'], units: [] });
    expect(
      found('二、考核对象\n\n各县（市、区）人民政府，各开发区管委会，市安委会各目\n\n标成员单位。\n'),
    ).toMatchObject({
      classes: ['district', 'development-zone', 'department'],
      units: [],
    });
  });

  it('原文列了名字的，一个一个提，写明在哪里', () => {
    const text = '一、考核对象为东县、西县、南山区（含开发区），市应急管理局、市水利局等。\n';
    const units = found(text);
    expect(units?.units).toEqual([
      { name: '东县', class: 'district' },
      { name: '西县', class: 'district' },
      { name: '南山区', class: 'district' },
      { name: '市应急管理局', class: 'department' },
      { name: '市水利局', class: 'department' },
    ]);
    expect(units && text.slice(...units.span)).toBe(units?.quote);
  });

  it('“和各部门”一类跟在名字后面的，是类别', () => {
    expect(found('考核对象：东镇、西镇和各县直部门。')).toMatchObject({
      classes: ['department', 'district'],
      units: [{ name: '东镇' }, { name: '西镇' }],
    });
  });

  it.each(['被考核单位： 考核时间：', '考核对象\n各村（社区）、镇属林场。', '考核对象为全市生产经营单位。', '没有写'])(
    '没有列名字的不提：%s',
    (text) => expect(found(text)).toBeUndefined(),
  );
});
