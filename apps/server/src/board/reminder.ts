/** 催办: who is waited for, as text to paste; posts and units only. */

import { progressOf } from '../ratings/service.js';
import { listOfReports } from '../reports/service.js';
import type { TeamRow } from '../years/service.js';
import { teamsOf, unitsOf } from '../years/service.js';
import { isOpen, type TodoGround } from './todo-ground.js';

export async function officeReminder(ground: TodoGround): Promise<string | null> {
  const lines = [...(await raters(ground)), ...(await teams(ground)), ...(await answers(ground))];
  return lines.length === 0 ? null : lines.join('\n');
}

/** The forms whose stage is open have their own words. */
async function raters(ground: TodoGround): Promise<string[]> {
  const { forms } = await progressOf(ground.work, ground.year);
  return forms.flatMap(({ stage, reminder }) => (isOpen(ground, stage) && reminder ? [reminder] : []));
}

async function teams(ground: TodoGround): Promise<string[]> {
  const { work, year } = ground;
  if (!isOpen(ground, 'year-end')) return [];
  const { reports, dueOn } = await listOfReports(work, year);
  const units = await unitsOf(work, year);
  const waiting = reports.filter(({ state }) => state === 'none' || state === 'draft').map(({ unit }) => unit);
  const own = (team: TeamRow) =>
    units.filter(({ team_id, unit_id }) => team_id === team.team_id && waiting.includes(unit_id));
  const late = (await teamsOf(work, year)).filter((team) => own(team).length > 0);
  if (late.length === 0) return [];
  const who = late.map(
    (team) =>
      `${team.leader}（${own(team)
        .map(({ unit_id }) => unit_id)
        .join('、')}）`,
  );
  const until = dueOn === null ? '' : `，${dueOn} 前报安委办`;
  return [`【催办】以下考核报告还没有签署：${who.join('；')}。请抓紧完成${until}。`];
}

async function answers({ work, year }: TodoGround): Promise<string[]> {
  const { reports } = await listOfReports(work, year);
  const late = reports.filter(({ state, suggestions, answered }) => state === 'received' && answered < suggestions);
  return late.length === 0
    ? []
    : [`【催办】以下单位还没有答复考核组的意见和建议：${late.map(({ unit }) => unit).join('、')}。`];
}
