/** Why the server refused, in the language of the page. */
import Alert from 'antd/es/alert';
import { useLanguage } from '../language/i18n';
import { RequestRefused } from './client';

export function Refusal({ error }: { readonly error: unknown }) {
  const language = useLanguage();
  if (!error) return null;
  const problem = error instanceof RequestRefused ? error.problem : undefined;
  const [title, detail] = language === 'zh' ? [problem?.title, problem?.detail] : [problem?.titleEn, problem?.detailEn];
  return (
    <Alert className="refusal" type="error" showIcon role="alert" title={title ?? String(error)} description={detail} />
  );
}
