/** What the program makes of one sentence: its rule as a sentence and as parameters, who supplies it, readings. */
import { placesAt, ruleText } from '@kaohe/scoring';
import { Fragment } from 'react';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ReadingCard } from '../../shared/readings/reading-card';
import { parametersOf } from './rule-parameters';
import type { ChosenClause } from './sheets-section';

export function RulePanel({ chosen }: { readonly chosen: ChosenClause | undefined }) {
  const { t } = useTranslation();
  return (
    <aside className="rule-panel" aria-label={t('scheme.rules')} aria-live="polite">
      {chosen ? <ClauseRules chosen={chosen} /> : <p className="hint">{t('scheme.choose')}</p>}
    </aside>
  );
}

function ClauseRules({ chosen: { clause, row } }: { readonly chosen: ChosenClause }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { program } = useAssessment().assessment;
  const places = placesAt(program.scheme, [clause.id]);
  const supplier = clause.supplier ?? row.supplier;
  const classes = program.clauses.get(clause.id)?.classes ?? [];
  const readings = new Set([...(clause.readings ?? []), ...clause.rules.flatMap((rule) => rule.readings ?? [])]);
  return (
    <>
      <h2>
        {places.map(({ words }) => words[language]).join()} <code>{clause.id}</code>
      </h2>
      <p className="clause-quote" lang="zh-CN">
        <q>{clause.quote}</q>
      </p>
      {clause.rules.length === 0 && <p>{t('scheme.noRule')}</p>}
      {clause.rules.map((rule) => (
        <Fragment key={JSON.stringify(rule)}>
          <p className="rule-words">{ruleText(rule)[language]}</p>
          <Parameters entries={parametersOf(rule)} />
        </Fragment>
      ))}
      <dl className="facts-of-clause">
        <dt>{t('scheme.supplier')}</dt>
        <dd>
          {t(`scheme.bySupplier.${supplier.by}`)}
          {supplier.name && <span lang="zh-CN">（{supplier.name}）</span>}
        </dd>
        <dt>{t('scheme.classes')}</dt>
        <dd>{classes.map((one) => t(`scheme.classNames.${one}`)).join(' · ')}</dd>
      </dl>
      {[...readings].map((name) => (
        <ReadingCard key={name} name={name} />
      ))}
    </>
  );
}

/** The rule as the scheme file states it. */
function Parameters({ entries }: { readonly entries: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('scheme.parameters')}</summary>
      <table className="compact parameters">
        <tbody>
          {entries.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td lang="zh-CN">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
