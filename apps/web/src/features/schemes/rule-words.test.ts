import type { Rule } from '@kaohe/scoring';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { getProgram } from '../../../../../schemes/folder';
import { startLanguages } from '../../shared/language/i18n';
import { clauseSpans } from '../../shared/printed-sheet/clause-spans';
import { ruleWords } from './rule-words';

const program = getProgram('zhengzhou-2019');
const rules = [...program.clauses.values()].flatMap(({ clause }) =>
  clause.rules.map((rule) => ({ id: clause.id, rule })),
);

/** Every amount a rule deducts. */
function amountsOf(rule: Rule): string[] {
  const effects = 'rungs' in rule ? rule.rungs : [rule];
  return effects.flatMap(({ amount }) => amount ?? []);
}

describe('规则写成一句话', () => {
  beforeAll(() => startLanguages('zh'));

  it.each(['zh', 'en'] as const)('郑州细则的每条规则都写得出来，金额都在句中：%s', (language) => {
    const t = i18next.getFixedT(language);
    for (const { id, rule } of rules) {
      const words = ruleWords(rule, { t, language });
      expect(words, id).not.toMatch(/rule\.|\{\{/);
      for (const amount of amountsOf(rule)) expect(words, id).toContain(amount);
    }
  });

  it('郑州细则的每个计分句都在原文里标得出来', () => {
    for (const { row } of program.clauses.values()) {
      const marked = clauseSpans(row).flatMap(({ clause }) => clause?.id ?? []);
      expect(marked).toEqual(row.clauses.map(({ id }) => id));
    }
  });
});
