/** A sheet without units: what is missing and what to write, with the scheme's own first sentence as the example. */
import type { Program, Sheet } from '@kaohe/scoring';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';

export function NoUnits({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const { assessment, facts, own } = useAssessment();
  const { id } = assessment.program.scheme;
  const titles = {
    none: t('empty.noFacts'),
    file:
      assessment.units.length > 0
        ? t('empty.noneOnSheet', { file: facts.name })
        : t('empty.title', { file: facts.name }),
  };
  return (
    <div className="paper no-units">
      <h2>{facts.origin === 'none' ? titles.none : titles.file}</h2>
      {facts.origin === 'none' ? (
        <ol>
          <li>{t('empty.choose')}</li>
          <li>
            {t(own ? 'empty.templateOwn' : 'empty.template')} <code>kaohe template {own ? `./${id}` : id}</code>
          </li>
          <li>{t('empty.write')}</li>
        </ol>
      ) : (
        <p>{t('empty.next')}</p>
      )}
      <pre lang="zh-CN">{exampleOf(assessment.program, sheet)}</pre>
      <p>{t('empty.afterwards')}</p>
    </div>
  );
}

/** A unit with one observation, as FACTS states it. */
function exampleOf({ scheme, sheets }: Program, { id, classes }: Sheet): string {
  const unit = scheme.population.units.find((one) => one.sheet === id);
  const clause = sheets
    .get(id)
    ?.items.flatMap(({ clauses }) => clauses)
    .find(({ rules }) => rules[0]?.example);
  return [
    `scheme: ${scheme.id}`,
    'units:',
    `  ${unit?.name ?? '甲市'}:`,
    ...(unit ? [] : [`    sheet: ${id}`, `    class: ${classes[0] ?? ''}`]),
    '    observations:',
    ...(clause ? [`      ${clause.clause.id}: ${clause.rules[0]?.example}`] : []),
  ].join('\n');
}
