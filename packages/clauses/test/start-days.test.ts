/** Sentences that say when → days a year is held to: what is not read to its end stays open. */
import { describe, expect, it } from 'vitest';
import { startDays } from '../src/draft/start-days.js';

const of = (quote: string) => startDays([{ quote, span: [0, quote.length] }], '2024')[0];

describe('日程读成真实的日子', () => {
  it.each([
    ['12月20日至次年1月10日组织年终考核', '2024-12-20', '2025-01-10', 'on-site'],
    ['10月至12月开展现场检查', '2024-10-01', '2024-12-31', 'on-site'],
    ['次年1月14日至17日组织年终考核', '2025-01-14', '2025-01-17', 'on-site'],
    ['12月1日起开展年终考核', '2024-12-01', '', 'on-site'],
    ['次年1月20日前报送考核报告', '', '2025-01-20', 'reports-due'],
    ['12月中旬组织年终考核', '2024-12-11', '2024-12-20', 'on-site'],
  ])('%s', (quote, ...expected) => {
    const { from, to, kind } = of(quote) ?? {};
    expect([from, to, kind]).toEqual(expected);
  });

  it('后面还有没读完的日子，就一天也不定', () => {
    expect(of('12月20日至下旬组织年终考核')).toMatchObject({ from: '', to: '' });
  });

  it('被考核单位报送材料的日子，不是考核组交报告的日子', () => {
    expect(of('各县区12月20日前报送考核材料')).toMatchObject({ to: '2024-12-20', kind: 'other' });
  });
});
