/** The address names a document that is not here: it says so, and lists those there are. */
import Button from 'antd/es/button';
import { useLanguage, useTranslation } from '../shared/language/i18n';
import { schemeLabel } from './scheme-chooser';
import type { SchemeInUse } from './use-scheme';

export function UnknownScheme({ scheme: { unknown, schemes, withOwn, open } }: { readonly scheme: SchemeInUse }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="paper unknown-scheme">
      <h1>{t('state.unknownScheme', { id: unknown })}</h1>
      {!withOwn && <p>{t('state.ownElsewhere')}</p>}
      <p>{t('state.knownSchemes')}</p>
      <ul>
        {schemes.map((one) => (
          <li key={one.id}>
            <Button type="link" onClick={() => open(one.id)}>
              {schemeLabel(one, language)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
