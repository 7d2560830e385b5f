/** Above the tree: which grade the total means and by which sentence, and vetoes with their grounds. */
import type { AssessedUnit, DecidedVeto, Program } from '@kaohe/scoring';
import { gradeLabel } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ReadingMarks } from '../../shared/readings/reading-marks';

interface OutcomeWordsProps {
  readonly unit: AssessedUnit;
  readonly program: Program;
}

export function OutcomeWords({ unit: { decision }, program: { scheme } }: OutcomeWordsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const bands = scheme.gradeBands.filter(({ grade }) => decision.grades.includes(grade));
  return (
    <section className="outcome-words" aria-label={t('why.outcome')}>
      {bands.map(({ grade, quote }) => (
        <p key={grade}>
          <strong>{gradeLabel(scheme, grade, language)}</strong> <q lang="zh-CN">{quote}</q>
        </p>
      ))}
      {decision.vetoes.map((veto) => (
        <VetoWords key={veto.veto.id} decided={veto} words={`■ ${t('results.veto')}`} />
      ))}
      {decision.possibleVetoes.map((veto) => (
        <VetoWords key={veto.veto.id} decided={veto} words={`□ ${t('results.possibleVeto')}`} />
      ))}
    </section>
  );
}

function VetoWords({ decided: { veto, why }, words }: { readonly decided: DecidedVeto; readonly words: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="veto-words">
      <strong>{words}</strong>
      {t('app.colon')}
      {why[language]} <q lang="zh-CN">{veto.quote}</q>
      <ReadingMarks names={veto.readings ?? []} />
    </div>
  );
}
