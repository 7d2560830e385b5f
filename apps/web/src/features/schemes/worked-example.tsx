/** A finding's example: a made-up unit, what it comes to under each reading, and the facts themselves, which can be loaded. */
import type { Counterexample, Outcome } from '@kaohe/scoring';
import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { keepAcross } from '../../shared/address/use-address';
import { gradeLabel, useAssessment, useFactsActions } from '../../shared/assessment/assessment';
import { UnitName } from '../../shared/assessment/unit-name';
import { useLanguage, useTranslation } from '../../shared/language/i18n';

interface WorkedExampleProps {
  readonly title: string;
  readonly example: Counterexample;
}

export function WorkedExample({ title, example }: WorkedExampleProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { load } = useFactsActions();
  const { unit, claim, facts, outcomes, against } = example;
  const put = () => {
    load(title, facts);
    void navigate({ to: '/units/$name', params: { name: unit }, search: keepAcross });
  };
  return (
    <div className="worked-example">
      <div>
        <h3>
          {t('check.example')}
          {t('app.colon')}
          <UnitName name={unit} />
        </h3>
        <p>{claim[language]}</p>
        {outcomes.length > 0 && <Outcomes unit={unit} outcomes={outcomes} against={against} />}
      </div>
      <div>
        <Button type="primary" onClick={put}>
          {t('check.load')}
        </Button>
        {/* A box that scrolls must be reached by the keyboard too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <pre lang="zh-CN" tabIndex={0}>
          {JSON.stringify(facts, null, 2)}
        </pre>
      </div>
    </div>
  );
}

interface OutcomesProps {
  readonly unit: string;
  readonly outcomes: readonly Outcome[];
  readonly against: Counterexample['against'];
}

function Outcomes({ unit, outcomes, against }: OutcomesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const graded = [...outcomes, ...(against ? [against] : [])].some(({ grade }) => grade !== '');
  const named = (grade: string) =>
    grade
      .split('/')
      .map((one) => gradeLabel(scheme, one, language))
      .join(' / ');
  return (
    <table className="compact">
      <caption className="visually-hidden">{t('check.outcomes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('check.readings')}</th>
          <th scope="col" className="number">
            {t('results.total')}
          </th>
          {graded && <th scope="col">{t('results.grade')}</th>}
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ readings, total, grade, vetoes = [] }) => (
          <tr key={JSON.stringify(readings)} className={grade === outcomes[0]?.grade ? undefined : 'another-grade'}>
            <td>
              <ReadingsWords readings={readings} />
            </td>
            <td className="number">{total}</td>
            {graded && (
              <td>
                {named(grade)}
                {vetoes.map((veto) => (
                  <div key={veto.zh} className="veto-line">
                    ■ {veto[language]}
                  </div>
                ))}
              </td>
            )}
          </tr>
        ))}
        {against && (
          <tr className={against.grade === outcomes[0]?.grade ? undefined : 'another-grade'}>
            <td>
              {against.unit !== unit && <UnitName name={against.unit} />} {against.words[language]}
            </td>
            <td className="number">{against.total}</td>
            {graded && <td>{named(against.grade)}</td>}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function ReadingsWords({ readings }: { readonly readings: Outcome['readings'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const chosen = Object.entries(readings);
  if (chosen.length === 0) return <>{t('check.adopted')}</>;
  return (
    <>
      {chosen.map(([name, alternative]) => {
        const reading = scheme.readings[name];
        const words = reading?.alternatives[alternative];
        const question = language === 'zh' ? reading?.question : reading?.questionEn;
        const text = language === 'zh' ? words?.text : words?.textEn;
        return (
          <span key={name} className="reading-words">
            ◆ {question ?? name}
            {t('app.colon')}
            {text ?? alternative}
          </span>
        );
      })}
    </>
  );
}
