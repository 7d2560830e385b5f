/** A sheet at work: the printed table, the row in hand open under its text, what others supply in grey, the strip below. */
import { type EvidenceJson, isToldScores, type SheetJson } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { ObservedClause, ScoredClause } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { AssessmentContext } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { PrintedSheet, type SheetSlots } from '../../shared/printed-sheet/printed-sheet';
import { ExplanationDrawer } from '../explanations/explanation-drawer';
import { ClauseMark } from '../units/clause-mark';
import { ItemHead } from '../units/item-head';
import { RowFindings } from '../units/row-findings';
import { clausesByRow } from '../units/row-state';
import { ConflictDialog } from './conflict-dialog';
import { LineState } from './line-state';
import { NamedLines } from './named-lines';
import { PaperScan, usePaperScan } from './paper-scan';
import { RowEditor } from './row-editor';
import { useRowInHand } from './row-in-hand';
import { SheetBar } from './sheet-bar';
import { SheetPlaceContext } from './sheet-place';
import { evidenceRequest } from './sheet-requests';
import { Strip } from './strip';
import { useCiteUploads } from './use-cite-uploads';
import { type SheetState, useSheet } from './use-sheet';
import { useSheetKeys } from './use-sheet-keys';
import '../units/units.css';
import './sheets.css';

interface SheetDeskProps {
  readonly year: string;
  readonly sheet: SheetJson;
  readonly folder: SchemeFolder;
}

export function SheetDesk({ year, sheet, folder }: SheetDeskProps) {
  const place = { year, unit: sheet.unit };
  const scan = usePaperScan(place);
  const isClerk = useActing().acting.role === 'counting-clerk';
  const state = useSheet({ year, sheet, folder, scan });
  const { active, keys } = useRowInHand(state);
  const files = useQuery(evidenceRequest(year, sheet.unit));
  const slots = useSlots(state, { active, files: files.data?.evidence });
  useSheetKeys(keys);
  const uploads = useCiteUploads(year, state);
  const [unit] = state.assessment.units;
  if (!unit) return null;
  const facts = { name: sheet.unit, origin: 'file', tree: sheet.facts ?? {} } as const;
  return (
    <SheetPlaceContext.Provider value={place}>
      <AssessmentContext.Provider value={{ folder, assessment: state.assessment, facts }}>
        <SheetBar sheet={sheet} />
        {isClerk && <PaperScan place={place} scan={scan} />}
        {files.error && !files.data && <Unread error={files.error} />}
        <div className="sheet-desk">
          <PrintedSheet sheet={unit.scored.sheet.compiled.sheet} slots={slots} />
          <NamedLines state={state} active={active} />
        </div>
        <Strip state={state} uploads={uploads} />
        <ConflictDialog state={state} />
        <ExplanationDrawer />
      </AssessmentContext.Provider>
    </SheetPlaceContext.Provider>
  );
}

/** What the entries put into the printed sheet. */
function useSlots(
  state: SheetState,
  at: { readonly active: string | undefined; readonly files: readonly EvidenceJson[] | undefined },
): SheetSlots {
  const { t } = useTranslation();
  const { unit: name } = state.sheet;
  const { active, files } = at;
  const isTold = isToldScores(useActing().acting.role);
  return useMemo(() => {
    const [unit] = state.assessment.units;
    const scored = unit?.scored;
    const rows: ReadonlyMap<string, readonly ScoredClause[]> = scored ? clausesByRow(scored) : new Map();
    const clauses = new Map([...rows.values()].flat().map((clause) => [clause.compiled.clause.id, clause]));
    const names = new Map(files?.map((file) => [file.id, file.name]));
    const observations = named(scored?.facts.observations ?? new Map(), names);
    const linesOf = (row: string) => state.lines.filter((line) => line.row === row);
    const own = (row: string) => linesOf(row).filter(({ json }) => json.mayChange);
    return {
      caption: t('unit.caption', { unit: name, sheet: scored?.sheet.compiled.sheet.title ?? '' }),
      renderClause: (span) => {
        const clause = span.clause && clauses.get(span.clause.id);
        return clause ? <ClauseMark unit={name} clause={clause} /> : span.text;
      },
      renderItemHead: (item) => {
        const found = scored?.items.find(({ compiled }) => compiled.item.id === item.id);
        return found && <ItemHead unit={name} item={found} rows={rows} isTold={isTold} />;
      },
      renderBelow: ({ id }) =>
        active === id && own(id).length > 0 ? (
          <RowEditor state={state} lines={own(id)} clauses={rows.get(id) ?? []} />
        ) : (
          <RowFindings clauses={rows.get(id) ?? []} observations={observations} />
        ),
      lastColumn: {
        head: t('unit.stateColumn'),
        render: ({ id }) => <LineState state={state} lines={linesOf(id)} clauses={rows.get(id) ?? []} />,
      },
      classOfRow: ({ id }) => {
        const supplied = linesOf(id).some(({ json }) => json.own) ? '' : ' supplied-row';
        return `${active === id ? 'in-hand' : ''}${supplied}`;
      },
    };
  }, [state, active, files, isTold, name, t]);
}

/** Files by the names people gave them. */
function named(
  observations: ReadonlyMap<string, ObservedClause>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, ObservedClause> {
  return new Map(
    [...observations].map(([id, { remarks, ...observed }]) => {
      const evidence = remarks.evidence.map((one) => names.get(one) ?? one);
      return [id, { ...observed, remarks: { ...remarks, evidence } }];
    }),
  );
}
