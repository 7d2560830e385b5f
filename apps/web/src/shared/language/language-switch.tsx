/** 中文 or English, kept in the address. */
import Segmented from 'antd/es/segmented';
import { useChangeAddress } from '../address/use-address';
import { useLanguage, useTranslation } from './i18n';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  const change = useChangeAddress();
  return (
    <Segmented
      aria-label={t('top.language')}
      value={language}
      options={[
        { value: 'zh', label: <span lang="zh-CN">中文</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
      onChange={(value) => change({ lang: value === 'en' ? 'en' : undefined })}
    />
  );
}
