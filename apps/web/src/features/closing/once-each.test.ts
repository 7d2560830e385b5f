import { describe, expect, it } from 'vitest';
import { type Day, onceEach } from './once-each';

describe('期限', () => {
  const sending = (isTaken: boolean) => {
    const sent: Day[] = [];
    const confirm = onceEach('2020-01-17', async (day) => {
      sent.push(day);
      return isTaken;
    });
    return { sent, confirm };
  };

  it('按 Enter 以后马上点别处，只送一次', async () => {
    const { sent, confirm } = sending(true);
    await Promise.all([confirm('2020-01-20'), confirm('2020-01-20')]);
    await confirm('2020-01-20');
    expect(sent).toEqual(['2020-01-20']);
  });

  it('没有改动不送；清空是一次改动', async () => {
    const { sent, confirm } = sending(true);
    await confirm('2020-01-17');
    await confirm(null);
    expect(sent).toEqual([null]);
  });

  it('被拒绝的可以再送', async () => {
    const { sent, confirm } = sending(false);
    await confirm('2020-01-20');
    await confirm('2020-01-20');
    expect(sent).toEqual(['2020-01-20', '2020-01-20']);
  });
});
