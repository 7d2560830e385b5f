/** The top of every page: which document, which facts, which language, and that it is for this computer only. */
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { type ChangeEvent, useRef } from 'react';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { LanguageSwitch } from '../shared/language/language-switch';
import { SchemeChooser } from './scheme-chooser';
import type { FactsState } from './use-facts';

export function TopBar({ facts }: { readonly facts: FactsState }) {
  const { t } = useTranslation();
  const { inUse } = facts;
  return (
    <header className="top-bar">
      <div className="top-line">
        <span className="product">{t('app.title')}</span>
        {facts.scheme.id !== '' && <SchemeChooser scheme={facts.scheme} />}
        {inUse && <FactsSign facts={inUse.facts} />}
        <span className="stretch" />
        <div className="top-tools">
          <FileButtons facts={facts} />
          <Link className="to-office" to="/office" search={keepInOffice}>
            {t(facts.signedIn ? 'top.toOffice' : 'top.signIn')}
          </Link>
          <LanguageSwitch />
        </div>
      </div>
      <p className="local-only">
        {t(facts.behind === 'office' ? 'top.localOffice' : 'top.local')}
        <span className="drop-hint">{t('top.dropHint')}</span>
      </p>
    </header>
  );
}

function FactsSign({ facts }: { readonly facts: NonNullable<FactsState['inUse']>['facts'] }) {
  const { t } = useTranslation();
  return (
    <span className="facts-sign" data-testid="facts-in-use">
      {facts.origin === 'none' && <span className="no-facts">{t('top.none')}</span>}
      {facts.origin === 'demonstration' && (
        <span className="sign demonstration">{t('top.demonstrationOn', { date: facts.asOn })}</span>
      )}
      {facts.origin === 'office' && (
        <span className="sign">{t('top.officeYear', { year: facts.name, date: facts.asOn })}</span>
      )}
      {(facts.origin === 'file' || facts.origin === 'example') && (
        <span className="file-name" title={facts.name}>
          {t(facts.origin === 'file' ? 'top.file' : 'top.example')} {facts.name}
        </span>
      )}
      {facts.kept === false && <span className="no-facts">{t('top.notKept')}</span>}
    </span>
  );
}

function FileButtons({ facts }: { readonly facts: FactsState }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) void facts.take(file);
  };
  return (
    <>
      {facts.hasOwn && <Button onClick={facts.restore}>{t(`top.backTo.${facts.behind}`)}</Button>}
      <Button onClick={() => input.current?.click()}>{t('top.choose')}</Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".yaml,.yml,.json"
        aria-label={t('top.file')}
        tabIndex={-1}
        onChange={choose}
      />
    </>
  );
}
