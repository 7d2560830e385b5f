/** Files of the demonstration: two pieces of evidence that rows cite, and the scan of a rating form signed on paper. */

import { addEvidence } from '../evidence/service.js';
import type { Work } from '../office/office.js';
import { enterPaper, type FormKey } from '../ratings/service.js';
import { asPost, type Post } from './as-post.js';
import { tinyPdf } from './tiny-pdf.js';

const MEMBER: Post = { role: 'team-member', scope: 'team-1', displayName: '第一组成员' };
const CLERK: Post = { role: 'counting-clerk', displayName: '安委办计票员乙' };

const MINUTES = `新郑市2019年度常委会研究安全生产工作情况（演示，内容虚构）
3月、7月、11月共三次，均有会议纪要。
`;

/** Evidence by the clause that cites it, by unit. */
export type Cited = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export async function enterEvidence(work: Work, year: string): Promise<Cited> {
  const add = async (unit: string, name: string, content: Buffer) => {
    const { id } = await asPost(work, { post: MEMBER, at: '2020-01-15T15:10' }, (as) =>
      addEvidence(as, { year, unit, name, purpose: 'row', content }),
    );
    return [id];
  };
  return {
    新郑市: { 'county/2.2': await add('新郑市', '常委会会议情况.txt', Buffer.from(MINUTES, 'utf8')) },
    高新区: {
      'county/2.2': await add('高新区', '会议纪要扫描件.pdf', tinyPdf('Minutes of 2019 (demonstration, made up)')),
    },
  };
}

/** Entered by one clerk; it counts when another has checked it against the scan. */
export async function enterPaperForm(work: Work, form: FormKey, units: readonly string[]): Promise<void> {
  const content = tinyPdf('Rating form signed on paper (demonstration, made up)');
  const name = '评价表扫描件.pdf';
  await asPost(work, { post: CLERK, at: '2020-01-15T11:00' }, async (as) => {
    const { id } = await addEvidence(as, { year: form.year, unit: '', name, purpose: 'ballot', content });
    const marks = Object.fromEntries(units.map((unit, index) => [unit, `${8 + (index % 3) / 2}`]));
    await enterPaper(as, form, { marks, scan: id });
  });
}
