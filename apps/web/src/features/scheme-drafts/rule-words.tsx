/** A rule in a sentence of the page's language. */
import { type DraftRule, printRule } from '@kaohe/clauses';
import { useLanguage } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';

export function RuleWords({ rule }: { readonly rule: DraftRule }) {
  const language = useLanguage();
  return (
    <span lang={language === 'zh' ? 'zh-CN' : undefined}>
      <Quoted text={printRule(rule.said, language)} />
    </span>
  );
}
