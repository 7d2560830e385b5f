/** A unit's sheet on the page: what the server holds, what was typed over it, the score of both, and the way back to the server. */
import type { RowChanged, SheetJson, SheetRowJson } from '@kaohe/api-contract';
import { assessTree, type SchemeFolder } from '@kaohe/scheme-files';
import { type Assessment, type Problem, resultJson, type UnitJson } from '@kaohe/scoring';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { newKey, RequestRefused, request } from '../../shared/office/client';
import { keepDraft, readDraft } from '../../shared/office/draft';
import { useActing } from '../../shared/office/session';
import { type Entry, entryOf, factsWith, type Line } from './entries';
import { lacksReason } from './observed';
import { type Draft, type Outcome, type Pending, RowQueue } from './row-queue';
import { sheetRequest, sheetUrl } from './sheet-requests';

export interface SheetLineState extends Line {
  readonly json: SheetRowJson;
  readonly pending: Pending | undefined;
}

/** What the last change on this page did. */
export interface LastChange {
  readonly line: string;
  readonly before: UnitJson;
  readonly after: UnitJson;
}

export interface SheetState {
  readonly sheet: SheetJson;
  readonly folder: SchemeFolder;
  readonly assessment: Assessment;
  readonly lines: readonly SheetLineState[];
  readonly last: LastChange | undefined;
  readonly queue: RowQueue;
  /** Why the engine does not take a line as it is typed. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  readonly change: (line: string, entry: Entry) => void;
}

interface SheetGiven {
  readonly year: string;
  readonly sheet: SheetJson;
  readonly folder: SchemeFolder;
  /** The scan of the paper it is entered from. */
  readonly scan: string | undefined;
}

export function useSheet({ year, sheet, folder, scan }: SheetGiven): SheetState {
  const queue = useRowQueue(year, sheet.unit);
  const isClerk = useActing().acting.role === 'counting-clerk';
  const pending = useSyncExternalStore(queue.subscribe, queue.pending);
  const [last, setLast] = useState<LastChange>();
  const [problems, setProblems] = useState<ReadonlyMap<string, readonly Problem[]>>(new Map());
  const lines = useMemo(() => sheet.rows.map((json) => lineOf(json, pending.get(json.line))), [sheet, pending]);
  const assessment = useMemo(() => assessed(folder, sheet, lines), [folder, sheet, lines]);
  const change = useCallback(
    (line: string, entry: Entry) => {
      const version = sheet.rows.find((one) => one.line === line)?.version ?? 0;
      const changed = lines.map((one) => (one.line === line ? { ...one, ...entry, pending: undefined } : one));
      const after = scored(folder, sheet, changed);
      const refused = 'problems' in after ? after.problems : [];
      setProblems((before) => new Map([...before, [line, refused]]));
      // What cannot be kept yet waits here: half typed, without its reason, or without the paper it comes from.
      const incomplete = refused.length > 0 || lacksReason(entry.observations) || (isClerk && scan === undefined);
      queue.put(line, { ...entry, ...(incomplete && { incomplete }), ...(isClerk && { scan }) }, version);
      if (!('problems' in after)) setLast({ line, before: unitJson(assessment), after: unitJson(after) });
    },
    [assessment, folder, isClerk, lines, queue, scan, sheet],
  );
  return { sheet, folder, assessment, lines, last, queue, problems, change };
}

function lineOf(json: SheetRowJson, pending: Pending | undefined): SheetLineState {
  const { closed, observations } = pending?.draft ?? entryOf(json);
  return { line: json.line, row: json.row, closed, observations, json, pending };
}

function scored(folder: SchemeFolder, sheet: SheetJson, lines: readonly SheetLineState[]) {
  // A line that is not typed to its end is scored as the server has it.
  const whole = lines.map((one) => (one.pending?.draft.incomplete ? { ...one, ...entryOf(one.json) } : one));
  return assessTree(folder, factsWith(sheet.facts ?? {}, sheet.unit, whole));
}

function assessed(folder: SchemeFolder, sheet: SheetJson, lines: readonly SheetLineState[]): Assessment {
  const now = scored(folder, sheet, lines);
  if (!('problems' in now)) return now;
  const saved = assessTree(folder, sheet.facts ?? {});
  if ('problems' in saved) throw new Error(`the server keeps facts the engine does not take: ${sheet.unit}`);
  return saved;
}

/** The result of the one unit of a sheet. */
export function unitJson(assessment: Assessment): UnitJson {
  const [unit] = resultJson(assessment, '').units;
  if (!unit) throw new Error('a sheet is about one unit');
  return unit;
}

function useRowQueue(year: string, unit: string): RowQueue {
  const client = useQueryClient();
  const { login } = useActing();
  const made = useRef<RowQueue>(undefined);
  if (!made.current) {
    const place = { login, noun: 'sheet', id: `${year}/${unit}` };
    const { queryKey } = sheetRequest(year, unit);
    const onSaved = ({ row }: Pick<RowChanged, 'row'>) => {
      client.setQueryData<SheetJson>(queryKey, (sheet) => sheet && withRow(sheet, row));
      // What a register states on the unit is known to the server alone: closing its line tells it.
      if (row.clauses.length === 0) void client.invalidateQueries({ queryKey });
    };
    made.current = new RowQueue(
      {
        send: async (line, draft) => await send(sheetUrl(year, unit), line, draft),
        keep: (drafts) => keepDraft(place, Object.keys(drafts).length > 0 ? drafts : undefined),
        later: (milliseconds, run) => void setTimeout(run, milliseconds),
        newKey,
        onSaved,
      },
      readDraft<Record<string, Draft>>(place) ?? {},
    );
  }
  const queue = made.current;
  useEffect(() => {
    const flush = () => queue.flush();
    window.addEventListener('online', flush);
    return () => window.removeEventListener('online', flush);
  }, [queue]);
  return queue;
}

function withRow(sheet: SheetJson, row: SheetRowJson): SheetJson {
  return { ...sheet, rows: sheet.rows.map((one) => (one.line === row.line ? row : one)) };
}

async function send(url: string, line: string, { base, key, closed, observations, scan }: Draft): Promise<Outcome> {
  const row = line.slice(line.indexOf('/') + 1);
  try {
    const saved = await request<RowChanged>('PUT', `${url}/rows/${encodeURIComponent(row)}`, {
      body: { closed, observations, scan },
      ifMatch: base === 0 ? undefined : base,
      key,
    });
    return { saved };
  } catch (error) {
    if (error instanceof RequestRefused) return { status: error.status, problem: error.problem };
    throw error;
  }
}
