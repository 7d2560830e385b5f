/** Reports as far as they are on the third day: some received and one of them answered, some signed, others begun. */
import { SAID_NONE } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';
import { answerSuggestion, receiveReport, signReport, writeReport } from '../reports/service.js';
import { getUnit, teamsOf, type UnitRow, unitsOf } from '../years/service.js';
import { asPost, type Post } from './as-post.js';
import type { DemonstrationUnit } from './facts.js';
import { ANSWER } from './field-words.js';

const RECEIVED = [
  ...['高新区', '巩义市', '登封市', '郑东新区', '市公安局', '市水利局', '市自然资源和规划局', '市教育局'],
  ...['市民政局', '市卫健委', '市消防救援支队', '市生态环境局', '市交通局', '市园林局'],
];
const SIGNED = ['经开区', '市林业局', '市供销社', '市城建局'];
const BEGUN = ['荥阳市', '新密市', '中牟县', '中原区', '二七区', '金水区', '管城区', '市城管局'];
const ANSWERED = '高新区';
const MOST_PROBLEMS = 4;
/** Of what a team noted on its rows, what says that something is wrong. */
const WRONG = /没有|未|缺|少|逾|延期|停在|只有|过期/;
const OFFICE: Post = { role: 'office', displayName: '安委办综合科' };

export async function enterReports(
  work: Work,
  year: string,
  units: Readonly<Record<string, DemonstrationUnit>>,
): Promise<void> {
  const { unit_id } = await getUnit(work, { year, unit: ANSWERED });
  const teams = await teamsOf(work, year);
  for (const unit of await unitsOf(work, year)) {
    const isSigned = [...RECEIVED, ...SIGNED].includes(unit.unit_id);
    if (!isSigned && !BEGUN.includes(unit.unit_id)) continue;
    const leader = teams.find(({ team_id }) => team_id === unit.team_id)?.leader ?? '';
    await enterReport(work, { year, unit, leader, entered: units[unit.unit_id] ?? {}, isSigned });
    if (!RECEIVED.includes(unit.unit_id)) continue;
    await asPost(work, { post: OFFICE, at: '2020-01-16T08:40' }, (as) =>
      receiveReport(as, { year, unit: unit.unit_id }),
    );
  }
  const post: Post = { role: 'assessed-unit', scope: unit_id, displayName: `${unit_id}安委办` };
  await asPost(work, { post, at: '2020-01-16T10:20' }, (as) =>
    answerSuggestion(as, { year, unit: unit_id, n: 1 }, ANSWER),
  );
}

interface Reported {
  readonly year: string;
  readonly unit: UnitRow;
  /** The post of the team's leader, who signs. */
  readonly leader: string;
  readonly entered: DemonstrationUnit;
  readonly isSigned: boolean;
}

async function enterReport(work: Work, { year, unit, leader, entered, isSigned }: Reported): Promise<void> {
  const at = { year, unit: unit.unit_id };
  const post: Post = { role: 'team-leader', scope: unit.team_id, displayName: leader };
  await asPost(work, { post, at: '2020-01-15T19:30' }, async (as) => {
    await writeReport(as, at, reportBody(unit.unit_id, entered, isSigned));
    if (isSigned) await signReport(as, at, {});
  });
}

/** Problems are what the team noted on its rows; each has its suggestion. A report just begun has the narrative alone. */
function reportBody(unit: string, { observations = {} }: DemonstrationUnit, isSigned: boolean) {
  const notes = Object.values(observations).flatMap(({ note }) =>
    typeof note === 'string' && WRONG.test(note) ? [note] : [],
  );
  const problems = [...new Set(notes)].slice(0, MOST_PROBLEMS);
  const narrative =
    `考核组听取了${unit}2019年度安全生产工作情况汇报，查阅了文件、会议记录和台账，实地查看了有关单位和企业。` +
    `${unit}能够落实安全生产责任，各项重点工作总体按要求推进。`;
  if (!isSigned) return { narrative, problems: [], suggestions: [] };
  if (problems.length === 0)
    return { narrative, problems: [SAID_NONE], suggestions: ['保持现有做法，继续完善双重预防体系台账。'] };
  return { narrative, problems, suggestions: problems.map((one) => `关于${one}：请查明原因，3月底前整改到位。`) };
}
