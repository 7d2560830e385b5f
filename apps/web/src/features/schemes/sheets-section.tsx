/** A sheet as printed, and at its right the rule of the sentence that is pointed at or chosen. */
import type { Clause, Criterion, Sheet } from '@kaohe/scoring';
import Segmented from 'antd/es/segmented';
import { useMemo, useState } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { PrintedSheet, type SheetSlots } from '../../shared/printed-sheet/printed-sheet';
import { useShown } from '../../shared/printed-sheet/use-shown';
import { findingsOfRow } from './finding-places';
import { MarginMarks } from './margin-marks';
import { RulePanel } from './rule-panel';
import { SentenceButton } from './sentence-button';
import { useFindings } from './use-findings';

export interface ChosenClause {
  readonly clause: Clause;
  readonly row: Criterion;
}

export function SheetsSection() {
  const { t } = useTranslation();
  const { sheet: asked, show } = useAddress();
  const change = useChangeAddress();
  const { program } = useAssessment().assessment;
  const { sheets } = program.scheme;
  const sheet = sheets.find(({ id }) => id === asked) ?? sheets[0];
  const [pointed, setPointed] = useState<ChosenClause>();
  const { findings = [] } = useFindings();
  useShown(show);
  const slots = useMemo(
    (): SheetSlots => ({
      caption: t('scheme.caption', { sheet: sheet?.title ?? '' }),
      renderClause: (span, row) =>
        span.clause ? (
          <SentenceButton chosen={{ clause: span.clause, row }} onPoint={setPointed} />
        ) : (
          <span className="not-scoring" title={span.notScoring}>
            {span.text}
          </span>
        ),
      renderMargin: (row) => <MarginMarks findings={findingsOfRow(findings, idsOf(row, sheet))} />,
    }),
    [sheet, findings, t],
  );
  if (!sheet) return null;
  const addressed = show === undefined ? undefined : program.clauses.get(show);
  return (
    <div className="document-and-rules">
      <div>
        {sheets.length > 1 && (
          <Segmented
            className="sheet-choice"
            aria-label={t('results.sheet')}
            value={sheet.id}
            options={sheets.map(({ id, annex, title }) => ({ value: id, label: annex ?? title }))}
            onChange={(id) => change({ sheet: id, show: undefined })}
          />
        )}
        <h2 className="sheet-title" lang="zh-CN">
          {sheet.title}
        </h2>
        <PrintedSheet sheet={sheet} slots={slots} />
      </div>
      <RulePanel chosen={pointed ?? addressed} />
    </div>
  );
}

/** What a finding beside a row may name: the row, its sentences, and its item where the row is the first. */
function idsOf(row: Criterion, sheet: Sheet | undefined): ReadonlySet<string> {
  const item = sheet?.items.find(({ rows }) => rows[0] === row);
  return new Set([row.id, ...row.clauses.map(({ id }) => id), ...(item ? [item.id] : [])]);
}
