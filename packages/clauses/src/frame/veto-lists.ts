/** Conditions that stand in a list under one outcome: “有下列情形之一的，一票否决：”, or a heading that says no more than 否决. */
import type { OutlineItem } from '../layout/outline.js';
import { type Grades, type Outcome, outcomesIn } from './veto-outcomes.js';

const ONLY_NAME = /^(?:单项|一票)?否决(?:项目?|事项|情形|指标|条款|条件)?(?:（[^）]*）)?$/;
/** “否决和降等”: a heading that leaves to each sentence what follows. */
const SEVERAL_NAMES =
  /^[^，。；]{0,8}(?:否决|降[等级档]|约束)(?:[、和与及][\u4e00-\u9fa5]{2,4})+$|^[\u4e00-\u9fa5]{2,4}[、和与及](?:[^，。；]{0,4}否决|降[等级档])$/;
const LIST = /(?:下列|以下|如下|所列)[^，。；]{0,16}(?:之一|情形|情况|行为|问题|条件|事项)|之一的?(?:，|$)/;
/** “凡触及上述任一情形的”: the outcome of the conditions before. */
const POINTS_BACK = /(?:上述|前述|前款|以上|所列)[^，。；]{0,6}(?:之一|任[一何]|情形|情况|行为|指标|事项|条件)/;

export const pointsBack = (condition: string): boolean => POINTS_BACK.test(condition);

/** What is vetoed without a word on what follows. */
export const BARE_VETO: Outcome = { effect: 'fail-grade', bare: true, from: 0, to: 0 };

/** Under “否决事项” every condition fails; where more than that stands under a heading each sentence must say so. */
export function isVetoHeading({ part, name }: Pick<OutlineItem, 'part' | 'name'>): boolean {
  return part === 'frame' && /否决|红线|底线/.test(name) && !/[加扣减奖]|等/.test(name);
}

export const isMixedHeading = (sentence: string): boolean => SEVERAL_NAMES.test(sentence);

/** What a list is introduced with. */
export function leadOf(head: string, grades: Grades): Outcome | undefined {
  if (ONLY_NAME.test(head)) return BARE_VETO;
  if (!LIST.test(head)) return undefined;
  return outcomesIn(head, grades).find(({ effect }) => effect !== 'scored');
}

const BEGINS =
  /^(?:因|被|未|有|凡|对|在|经|由于|发生|出现|存在|造成|导致|引发|瞒报|谎报|隐瞒|弄虚作假|提供|伪造|篡改|拒|阻挠|连续|年度内|年内|辖区|违反|违法|擅自|一年内|受到)/;
const ENDS = /(?:的|者|事[故件]|行为|案件|上访|以上|处罚|造假|瞒报|通报|约谈|曝光|责任)$/;
const NO_CONDITION = /含本数|解释|印发|组织实施|为止|负责|执行$/;
const LONGEST = 120;

/** The condition a sentence of such a list states. */
export function listedCondition(sentence: string): string | undefined {
  const isOne = sentence.length > 2 && sentence.length < LONGEST && (BEGINS.test(sentence) || ENDS.test(sentence));
  return isOne && !NO_CONDITION.test(sentence) ? sentence.replace(/的?，?$/, '') : undefined;
}
