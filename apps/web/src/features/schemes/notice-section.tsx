/** The notice sentence by sentence beside what each is, then grades, bonus, vetoes and awards as rules. */
import { isRawObject, type RawObject } from '@kaohe/scoring';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { ReadingMarks } from '../../shared/readings/reading-marks';
import { coversWords } from './covers-words';
import { OutcomeRules } from './outcome-rules';

export function NoticeSection() {
  const { t } = useTranslation();
  const { coverage } = useAssessment().folder;
  const sentences = Array.isArray(coverage) ? coverage.filter(isRawObject) : [];
  return (
    <div className="two-columns">
      <div className="paper">
        <table className="compact">
          <caption className="visually-hidden">{t('scheme.notice')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scheme.text')}</th>
              <th scope="col" className="meaning">
                {t('scheme.meaning')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sentences.map((sentence) => (
              <SentenceRow key={String(sentence.text)} sentence={sentence} />
            ))}
          </tbody>
        </table>
      </div>
      <OutcomeRules />
    </div>
  );
}

function SentenceRow({ sentence }: { readonly sentence: RawObject }) {
  const { t } = useTranslation();
  const { scheme } = useAssessment().assessment.program;
  const { text, covers, reading, notScoring } = sentence;
  return (
    <tr className={notScoring === undefined ? undefined : 'idle'}>
      <td lang="zh-CN">{String(text)}</td>
      <td className="meaning">
        {typeof covers === 'string' && coversWords(covers, { scheme, t })}
        {typeof reading === 'string' && <ReadingMarks names={[reading]} />}
        {typeof notScoring === 'string' && (
          <>
            {t('scheme.notScoring')}
            {t('app.colon')}
            <span lang="zh-CN">{notScoring}</span>
          </>
        )}
      </td>
    </tr>
  );
}
