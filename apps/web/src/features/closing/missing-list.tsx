/** What is not done, each thing by name; a long list is cut and says how much more there is. */
import { useLanguage, useTranslation } from '../../shared/language/i18n';

export interface Missing {
  readonly zh: string;
  readonly en: string;
}

const SHOWN = 60;

interface MissingListProps {
  readonly missing: readonly Missing[];
  /** How many things that is, where several stand on one line. */
  readonly count?: number | undefined;
}

export function MissingList({ missing, count = missing.length }: MissingListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p className="rows-open">{t('closing.missing', { count })}</p>
      <ul className="missing-list">
        {missing.slice(0, SHOWN).map((one) => (
          <li key={one.en}>{one[language]}</li>
        ))}
      </ul>
      {missing.length > SHOWN && <p className="count">{t('closing.more', { count: missing.length - SHOWN })}</p>}
    </>
  );
}
