/** The report as it stands, for everybody who may not write it. */
import type { ReportJson } from '@kaohe/api-contract';
import { useTranslation } from '../../shared/language/i18n';

export function ReportText({ report: { body } }: { readonly report: ReportJson }) {
  const { t } = useTranslation();
  if (!body) return <p className="no-facts">{t('board.reportState.none')}</p>;
  return (
    <>
      <h2>{t('reports.narrative')}</h2>
      {body.narrative.split('\n').map((line, index) => (
        // Paragraphs have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is replaced as a whole
        <p key={index} lang="zh-CN">
          {line}
        </p>
      ))}
      <Numbered title={t('reports.problems')} texts={body.problems} />
      <Numbered title={t('reports.suggestions')} texts={body.suggestions} />
    </>
  );
}

function Numbered({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ol lang="zh-CN">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </>
  );
}
