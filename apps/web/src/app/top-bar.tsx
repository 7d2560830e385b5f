/** The top of every page: which document, which facts, which language, and that it is for this computer only. */
import Button from 'antd/es/button';
import Segmented from 'antd/es/segmented';
import { type ChangeEvent, useRef } from 'react';
import { useChangeAddress } from '../shared/address/use-address';
import { useLanguage, useTranslation } from '../shared/language/i18n';
import type { FactsState } from './use-facts';

export function TopBar({ facts }: { readonly facts: FactsState }) {
  const { t } = useTranslation();
  const { inUse } = facts;
  return (
    <header className="top-bar">
      <div className="top-line">
        <span className="product">{t('app.title')}</span>
        {inUse && <SchemeTitle inUse={inUse} />}
        {inUse && <FactsSign facts={inUse.facts} />}
        <span className="stretch" />
        <div className="top-tools">
          <FileButtons facts={facts} />
          <LanguageSwitch />
        </div>
      </div>
      <p className="local-only">
        {t('top.local')}
        <span className="drop-hint">{t('top.dropHint')}</span>
      </p>
    </header>
  );
}

function SchemeTitle({ inUse }: { readonly inUse: NonNullable<FactsState['inUse']> }) {
  const language = useLanguage();
  const { title, titleEn, documentNumber } = inUse.assessment.program.scheme;
  const shown = language === 'en' ? titleEn : shortTitle(title);
  return (
    <span className="scheme-title" title={language === 'en' ? titleEn : title}>
      <strong>{shown}</strong> <span lang="zh-CN">{documentNumber}</span>
    </span>
  );
}

/** 《…关于2019年度安全生产目标考核工作的通知》 → 2019年度安全生产目标考核工作 */
function shortTitle(title: string): string {
  return /关于(.+?)的通知$/.exec(title)?.[1] ?? title;
}

function FactsSign({ facts }: { readonly facts: NonNullable<FactsState['inUse']>['facts'] }) {
  const { t } = useTranslation();
  return (
    <span className="facts-sign" data-testid="facts-in-use">
      {facts.demonstrationOn ? (
        <span className="sign demonstration">{t('top.demonstrationOn', { date: facts.demonstrationOn })}</span>
      ) : (
        <span className="file-name" title={facts.name}>
          {t('top.file')} {facts.name}
        </span>
      )}
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
  const own = facts.inUse && !facts.inUse.facts.demonstrationOn;
  return (
    <>
      {own && <Button onClick={facts.restore}>{t('top.restore')}</Button>}
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

function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  const change = useChangeAddress();
  return (
    <Segmented
      aria-label={t('top.language')}
      value={language}
      options={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(value) => change({ lang: value === 'en' ? 'en' : undefined })}
    />
  );
}
