/** A rule tried on a fact of the size that is typed. */
import { type DraftClause, firstSize, toRule, workedExample } from '@kaohe/clauses';
import { useId, useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';

export function ExampleLine({ clause: { rule } }: { readonly clause: DraftClause }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const made = rule && toRule(rule);
  if (!made || 'gaps' in made) return <p className="hint">{t('drafts.exampleNone')}</p>;
  const size = typed ?? firstSize(made.rule);
  const worked = workedExample(made.rule, size);
  const { cap } = made.rule;
  const words = worked && {
    given: worked.given[language],
    marks: worked.marks,
  };
  const limit = cap === undefined ? '' : t('drafts.exampleCap', { cap });
  const told = words
    ? `${t(words.marks.includes('∞') ? 'drafts.exampleForfeit' : 'drafts.examplePoints', words)}${limit}`
    : '–';
  return (
    <p className="draft-example">
      <label htmlFor={id}>{t('drafts.example')}</label>{' '}
      <input
        id={id}
        value={size}
        inputMode="decimal"
        aria-label={`${t('drafts.example')} ${t('drafts.exampleSize')}`}
        onChange={({ target }) => setTyped(target.value)}
      />{' '}
      <output title={worked?.why[language]}>
        <Quoted text={told} />
      </output>
    </p>
  );
}
