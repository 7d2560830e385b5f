/** Why a dropped file was not taken: every problem with its line, in both languages. */
import Alert from 'antd/es/alert';
import { useLanguage, useTranslation } from '../shared/language/i18n';
import type { RefusedFile } from './try-file';

const SHOWN = 20;

interface RefusedNoticeProps {
  readonly refused: RefusedFile;
  readonly onClose: () => void;
}

export function RefusedNotice({ refused, onClose }: RefusedNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, problems } = refused;
  const [first, second] = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <Alert
      className="refused"
      type="error"
      showIcon
      closable={{ 'aria-label': t('problems.close'), onClose }}
      title={t('problems.title', { file: name, count: problems.length })}
      description={
        <ol className="problem-list">
          {problems.slice(0, SHOWN).map(({ line, message }) => (
            <li key={`${line}${message.en}`}>
              {line !== undefined && <strong className="line-number">{t('problems.line', { line })}</strong>}
              <span>{message[first]}</span>
              <span className="second-language">{message[second]}</span>
            </li>
          ))}
          {problems.length > SHOWN && <li>{t('problems.more', { count: problems.length - SHOWN })}</li>}
        </ol>
      }
    />
  );
}
