/** Awards: chosen by the office among the units the engine finds eligible, before the result is approved. */
import type { AwardChoice, AwardsSent } from '@kaohe/api-contract';
import { programOf } from '../facts/compiled.js';
import { invalid, noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { listResults, type ResultRow } from './repo.js';
import { awardChoice } from './result-json.js';

/** Each award of the document with who may have it and who was chosen; empty where nothing was computed. */
export async function awardsOf(work: Work, year: string): Promise<AwardChoice[]> {
  const [row] = await listResults(work.trx, work.acting.tenant, { year, most: 1 });
  return row ? await choicesOf(work, year, row) : [];
}

/** Refuses an award the document does not have, and a unit that cannot have it. */
export async function checkChosen(
  work: Work,
  year: string,
  { row, sent }: { row: ResultRow; sent: AwardsSent },
): Promise<void> {
  const choices = await choicesOf(work, year, row);
  for (const { award, units } of sent.awards) {
    const choice = choices.find((one) => one.award === award);
    if (!choice) throw noSuch(`奖项“${award}”`, `award “${award}”`);
    const refused = units.filter((unit) => !choice.eligible.includes(unit));
    const why = refused.map((unit) => choice.disqualified.find((one) => one.unit === unit) ?? notGraded(unit));
    if (refused.length > 0)
      throw invalid(
        `不能评为${choice.name}：${why.map(({ unit, zh }) => `${unit}（${zh}）`).join('、')}。`,
        `Cannot be ${choice.nameEn}: ${why.map(({ unit, en }) => `${unit} (${en})`).join(', ')}.`,
        { refused: why },
      );
  }
}

const notGraded = (unit: string) => ({ unit, zh: '等次不够', en: 'its grade does not reach the award' });

async function choicesOf(work: Work, year: string, row: ResultRow): Promise<AwardChoice[]> {
  const { awards } = (await programOf(work, year)).scheme;
  return awards.map((award) => awardChoice(award, row));
}
