/** Which issued document is in use; another can be opened. */
import type { Language } from '@kaohe/scoring';
import Select from 'antd/es/select';
import type { SchemeSummary } from '../shared/assessment/requests';
import { useLanguage, useTranslation } from '../shared/language/i18n';
import type { SchemeInUse } from './use-scheme';

export function SchemeChooser({ scheme }: { readonly scheme: SchemeInUse }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Select
      className="scheme-chooser"
      aria-label={t('top.scheme')}
      value={scheme.id}
      popupMatchSelectWidth={false}
      options={scheme.schemes.map((one) => ({
        value: one.id,
        label: one.own ? `${t('top.own')}${schemeLabel(one, language)}` : schemeLabel(one, language),
      }))}
      onChange={scheme.open}
    />
  );
}

export function schemeLabel(one: SchemeSummary, language: Language): string {
  return language === 'en' ? one.titleEn : shortTitle(one);
}

/** 《…关于2019年度安全生产目标考核工作的通知》 → 2019年度安全生产目标考核工作 郑安委〔2020〕1号 */
function shortTitle({ title, documentNumber }: SchemeSummary): string {
  const short = /关于(.+?)的通知$/.exec(title)?.[1] ?? title;
  return documentNumber === '' ? short : `${short}　${documentNumber}`;
}
