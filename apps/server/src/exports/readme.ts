/** What stands in the README of an export: what is in it, and how anybody makes the result again. */
import type { SchemeFolder } from '@kaohe/scheme-files';

interface Told {
  readonly title: string;
  readonly madeOn: string;
  readonly scheme: SchemeFolder;
}

const check = ({ id }: SchemeFolder) => `核对文件 / Check the files:
  sha256sum -c MANIFEST.sha256
核对文书上的核验码，用系统里的那一版方案 / Check the code on a paper, by the installed edition of the scheme:
  kaohe verify 文书.pdf --scheme ${id} --facts facts.yaml
`;

export function papersReadme({ title, madeOn, scheme }: Told): string {
  return `${title}：考核报告、情况反馈（${madeOn}）
每个单位一个文件夹；没有写报告的单位没有文件，报告没有接收的没有反馈。
Reports and feedback, a folder for each unit; units without a report have no file, and feedback waits for the report to be received.

${check(scheme)}`;
}

export function archiveReadme({ title, madeOn, scheme }: Told): string {
  return `${title}：全年档案（${madeOn}）
The whole year as it stood on ${madeOn}.

facts.yaml        全年事实 / the facts of the year
scheme/           考核方案 / the scheme; 版本 / edition: ${scheme.edition}
registers/        台账，含撤销的 / registers, withdrawn entries too
result/           结果、汇总表、带公式的复核工作簿、通报
                  the result, the summary, the result with live formulas, the circular
units/            每个单位：报告、反馈、评分表、自评和申诉、佐证
                  for each unit: report, feedback, sheet, its statements, evidence
MANIFEST.sha256   每个文件的 SHA-256 / of every file

重新计分，不用服务器 / Score it again, without the server:
  kaohe score scheme facts.yaml
评分人各自的评价表不在里面，只有合计 / Single rating forms are not in it, only their sums.
scheme/ 里的文件重新写过，内容相同，版本号另算 / The files of scheme/ were written anew: the same content under an edition of their own.

${check(scheme)}`;
}
