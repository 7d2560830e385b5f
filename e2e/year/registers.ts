// What is entered into the registers through the pages: the accident of the division that supplies it, a finding of the patrol
// group, a talk and a commendation of the office. The others of the made-up year are entered by requests.
import type { Locator, Page } from 'playwright-core';
import { type EndedYear, type Entry, registerEntries } from './facts.js';

/** Of the made-up year's, those entered through the pages. */
export const BY_PAGE = {
  accident: { id: 'A-01', place: '金水区' },
  talk: { unit: '高新区', by: '市安委会', on: '2019-10-22' },
  commendation: { unit: '航空港区', deed: '监管执法信息化做法', kind: 'media', proof: '市级媒体推广' },
} as const;
export const FINDING = '应急物资台账不全';

const isByPage = ({ register, unit, body }: Entry) =>
  (register === 'accidents' && body.id === BY_PAGE.accident.id) ||
  (register === 'talks' && unit === BY_PAGE.talk.unit) ||
  (register === 'commendations' && body.deed === BY_PAGE.commendation.deed);

export function otherEntries(facts: EndedYear): Entry[] {
  return registerEntries(facts).filter((entry) => !isByPage(entry));
}

const formOf = (page: Page): Locator => page.getByRole('form', { name: '登记' });
const rowWith = (page: Page, text: string): Locator =>
  page.locator('.entry-table tr[data-key]').filter({ hasText: text });

/** The supplying division: an accident, by keyboard where numbers are typed; then what it does to scores. */
export async function enterAccident(page: Page, facts: EndedYear): Promise<void> {
  const accident = facts.accidents.find(({ id }) => id === BY_PAGE.accident.id) ?? {};
  await page.locator('.office-navigation').getByRole('link', { name: '台账' }).click();
  const form = formOf(page);
  await form.getByLabel('编号').fill(BY_PAGE.accident.id);
  await form.getByLabel('日期').fill(String(accident.on));
  await form.getByLabel('发生地').selectOption(BY_PAGE.accident.place);
  await form.getByLabel('行业').fill(String(accident.industry));
  await form.getByLabel('主管部门').selectOption(String(accident.department));
  await form.getByLabel('死亡').fill(String(accident.deaths));
  for (const count of [accident.seriousInjuries, accident.directEconomicLossYuan]) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(String(count));
  }
  await page.keyboard.press('Enter');
  const row = rowWith(page, BY_PAGE.accident.id);
  await row.getByText('一般事故').waitFor();
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: '影响的条款和得分' }).getByRole('row').nth(1).waitFor();
}

/** The patrol group: a finding, which raters will see in their digest. */
export async function enterFinding(page: Page, unit: string): Promise<void> {
  await page.locator('.office-navigation').getByRole('link', { name: '台账' }).click();
  const form = formOf(page);
  await form.getByLabel('单位').selectOption(unit);
  await form.getByLabel('日期').fill('2019-06-11');
  await form.getByLabel('督导组').fill('第一督导组');
  await form.getByLabel('发现的问题').fill(FINDING);
  await form.getByRole('button', { name: '登记' }).press('Enter');
  await rowWith(page, FINDING).waitFor();
}

/** The office: a talk and a commendation. */
export async function enterTalkAndCommendation(page: Page): Promise<void> {
  const { talk, commendation } = BY_PAGE;
  await page.getByRole('link', { name: '约谈' }).click();
  const form = formOf(page);
  await form.getByRole('combobox', { name: '单位', exact: true }).selectOption(talk.unit);
  await form.getByLabel('约谈单位').fill(talk.by);
  await form.getByLabel('日期').fill(talk.on);
  await form.getByRole('button', { name: '登记' }).click();
  await rowWith(page, talk.unit).waitFor();
  await page.getByRole('link', { name: '表彰推广' }).click();
  await form.getByRole('combobox', { name: '单位', exact: true }).selectOption(commendation.unit);
  await form.getByLabel('事项').fill(commendation.deed);
  await form.getByLabel('种类').selectOption(commendation.kind);
  await form.getByLabel('证明（文号或佐证编号）').fill(commendation.proof);
  await form.getByRole('button', { name: '登记' }).click();
  await rowWith(page, commendation.deed).waitFor();
}
