// One unit's report through the pages: a visit with a drawn place, written and signed, sent back, a row put right, signed again
// over the difference, received, and answered by the unit.
import type { Page } from 'playwright-core';

const DRAWN_FROM = ['回郭镇', '芝田镇', '竹林镇'];

/** A place drawn by a published seed, and the day on which it was seen. */
export async function visit(page: Page): Promise<void> {
  const draw = page.getByRole('form', { name: '抽取考核点' });
  await draw.getByLabel(/^名单/).fill(DRAWN_FROM.join('\n'));
  await draw.getByLabel('公布的种子').fill('2020-01-14 第十二组');
  await draw.getByLabel('抽几个').fill('1');
  await draw.getByRole('button', { name: '抽取' }).click();
  await page.getByText('✓ 本机重算一致').waitFor();
  await page.getByRole('button', { name: '作为乡镇、部门填入' }).click();
  const form = page.getByRole('form', { name: '登记一天的现场考核' });
  await form.getByLabel('日期').fill('2020-01-15');
  for (const method of ['听汇报', '查资料', '实地查看']) await form.getByLabel(method).check();
  await form.getByRole('button', { name: '加一处' }).click();
  await form.getByLabel('第 2 处的类别').selectOption('企业');
  await form.getByLabel('第 2 处的名称').fill('某铝厂');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('row', { name: /2020-01-15.*（抽取）.*某铝厂/ }).waitFor();
}

export async function writeAndSign(page: Page): Promise<void> {
  await page.getByLabel('基本情况').fill('考核组听取了汇报，查阅了资料，看了一个镇和一家企业。');
  await page.getByRole('group', { name: '存在问题' }).getByRole('button', { name: '写明没有（无）' }).click();
  await page.getByRole('group', { name: '意见和建议' }).getByRole('button', { name: '加一条' }).click();
  await page.getByLabel('意见和建议：第 1 条').fill('补齐第三季度会议纪要');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await sign(page);
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await page.getByText('已签署').first().waitFor();
}

export async function sendBack(page: Page, unit: string): Promise<void> {
  await page.getByRole('link', { name: `${unit}：接收考核报告` }).click();
  await page.getByLabel('退回的理由').fill('第 5 行的次数请再核对');
  await page.getByRole('button', { name: '退回重开' }).click();
  await page.getByText('第 5 行的次数请再核对').waitFor();
}

/** The leader sees what is not as it was signed, and signs that. */
export async function signAgain(page: Page): Promise<void> {
  await page.reload();
  const difference = page.getByRole('region', { name: /签署的不同/ });
  await difference.getByText(/^得分 \S+ → \S+/).waitFor();
  await difference.getByRole('row', { name: /^5 .*第十二组成员/ }).waitFor();
  await sign(page);
}

export async function receive(page: Page, unit: string): Promise<void> {
  await page.getByRole('link', { name: '首页' }).first().click();
  await page.getByRole('link', { name: `${unit}：接收考核报告` }).click();
  await page.getByRole('button', { name: '接收' }).click();
  await page.getByText('安委办于').waitFor();
}

/** The unit reads what was deducted and answers; the office reads the answer in the report. */
export async function answer(page: Page, office: Page): Promise<void> {
  await page.getByRole('region', { name: '扣了什么、为什么' }).getByRole('row').nth(1).waitFor();
  await page.getByLabel('对第 1 条的答复').fill('已安排，三月二十日前补齐。');
  await page.getByRole('button', { name: '提交答复' }).click();
  await page.getByText('✓ 已保存').waitFor();
  await office.reload();
  await office.getByText('已安排，三月二十日前补齐。').waitFor();
}
