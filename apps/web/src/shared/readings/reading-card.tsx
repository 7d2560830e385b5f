/** One reading: the open sentence, the question, the alternatives with the one in force, the reason; another can be chosen. */
import type { Reading } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { useAssessment } from '../assessment/assessment';
import { useLanguage, useTranslation } from '../language/i18n';
import { useChooseReading } from './use-choose-reading';
import './readings.css';

export function ReadingCard({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reading = useAssessment().assessment.program.scheme.readings[name];
  if (!reading) return null;
  return (
    <article className="reading-card" data-show={name}>
      <h3>
        <span className="reading-sign" aria-hidden="true">
          ◆
        </span>{' '}
        {language === 'zh' ? reading.question : reading.questionEn} <code>{name}</code>
      </h3>
      {reading.quote && (
        <p className="reading-quote">
          {t('reading.quote')}
          {t('app.colon')}
          <q lang="zh-CN">{reading.quote}</q>
        </p>
      )}
      <Alternatives name={name} reading={reading} />
      <p>
        {t('reading.reason')}
        {t('app.colon')}
        {language === 'zh' ? reading.reason : reading.reasonEn}
      </p>
    </article>
  );
}

interface AlternativesProps {
  readonly name: string;
  readonly reading: Reading;
}

function Alternatives({ name, reading }: AlternativesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { readings: inForce } = useAssessment().assessment.program;
  const choose = useChooseReading(name, reading.adopted);
  const alternatives = Object.entries(reading.alternatives);
  return (
    <ul className="alternatives">
      {alternatives.map(([alternative, words]) => {
        const used = inForce[name] === alternative;
        const text = language === 'zh' ? words.text : words.textEn;
        return (
          <li key={alternative} className={used ? 'in-force' : undefined}>
            <span aria-hidden="true">{used ? '●' : '○'}</span>
            <span className="alternative-text">
              {text}
              {used && <em>{t('reading.inForce')}</em>}
              {reading.adopted === alternative && <em>{t('reading.adopted')}</em>}
            </span>
            {!used && (
              <Button
                size="small"
                aria-label={`${t('reading.choose')}${t('app.colon')}${text}`}
                onClick={() => choose(alternative)}
              >
                {t('reading.choose')}
              </Button>
            )}
          </li>
        );
      })}
      {alternatives.length === 1 && <li className="single">{t('reading.single')}</li>}
    </ul>
  );
}
