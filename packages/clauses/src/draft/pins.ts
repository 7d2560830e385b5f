/** What a sentence says beside its rule, for what a scheme needs: only what stands there, everything else is asked. */
import type { Severity } from '@kaohe/scoring';
import type { ImportedRule } from '../imported.js';
import type { DraftRule, Pinned } from './draft.js';
import { linearTerms } from './linear.js';

const LEVELS: readonly Severity[] = ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'];
const LEVEL_WORDS = [/一般/, /较大/, /(?<!特别)重大/, /特别重大|特大/];
const MEASURED = /([\u4e00-\u9fa5]{2,12}(?:率|比例|比重|数量|总数|人数|金额|面积|分数|成绩|得分|占比|强度))/;

export function pinnedRule(said: ImportedRule, quote: string): DraftRule {
  return { said, pinned: pinsOf(said, quote.replace(/\s/g, '')) };
}

function pinsOf(said: ImportedRule, quote: string): Pinned {
  switch (said.kind) {
    case 'per-step':
    case 'threshold':
      return { quantity: measuredIn(quote) };
    case 'series':
      return {
        unit: /第[^扣得]{0,20}?(起|次|例|人|件|家)/.exec(quote)?.[1] ?? '次',
        ...(said.then !== undefined && { after: said.then === '+1' ? ('continue' as const) : said.then }),
      };
    case 'piecewise': {
      const line = /(\d+)(?:起|件|批|人|座|次|家|例)?(?:以内|以下)/.exec(said.slopes[0]?.when ?? '')?.[1];
      return {
        quantity: measuredIn(quote),
        line: line ?? 'baseline',
        ...(/超[出过]的?部分/.test(quote) && { replacing: 'no' as const }),
      };
    }
    case 'per-event-ladder': {
      const levels = said.rungs.map(({ when }) => levelsIn(when));
      const known = /事故/.test(quote) && !/环境|食品|火灾|信访|隐患|轻伤|重伤|案/.test(quote);
      return known && levels.every((one) => one.length > 0) ? { levels } : {};
    }
    case 'formula':
      return linearTerms(said.expression) ?? {};
    default:
      return {};
  }
}

/** The name of what is measured, as the sentence has it. */
function measuredIn(quote: string): string {
  const name = MEASURED.exec(quote.replace(/^(?:未|达到|对|的)/, ''))?.[1];
  return name ?? '测量值';
}

function levelsIn(when: string): Severity[] {
  const at = LEVEL_WORDS.findIndex((word) => word.test(when));
  if (at < 0) return [];
  return /以上/.test(when) ? LEVELS.slice(at) : LEVELS.slice(at, at + 1);
}
