/** Says on every page that a reading is in force which the scheme does not adopt. */
import Button from 'antd/es/button';
import { useAddress, useChangeAddress } from '../shared/address/use-address';
import { useAssessment } from '../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../shared/language/i18n';

export function ReadingsBanner() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { readings: asked } = useAddress();
  const change = useChangeAddress();
  const { scheme, readings } = useAssessment().assessment.program;
  const other = Object.entries(readings).flatMap(([name, alternative]) => {
    const reading = scheme.readings[name];
    const chosen = reading?.alternatives[alternative];
    if (!reading || !chosen || reading.adopted === alternative) return [];
    const question = language === 'zh' ? reading.question : reading.questionEn;
    return [{ name, words: `${question}${t('app.colon')}${language === 'zh' ? chosen.text : chosen.textEn}` }];
  });
  if (other.length === 0) return null;
  return (
    <section className="readings-banner" role="status">
      <span className="sign" aria-hidden="true">
        ◆
      </span>
      <span>
        {t('reading.banner', { count: other.length })}
        {other.map(({ name, words }) => (
          <strong key={name}>{words}</strong>
        ))}
      </span>
      {asked && <Button onClick={() => change({ readings: undefined })}>{t('reading.restore')}</Button>}
    </section>
  );
}
