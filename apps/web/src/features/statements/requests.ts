/** What the pages of self-assessments and appeals ask of the server. */
import type { StatementDetail, StatementJson, StatementList, StatementStage, YearOverview } from '@kaohe/api-contract';
import { request } from '../../shared/office/client';

const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export interface StatementPlace {
  readonly year: string;
  readonly stage: StatementStage;
  readonly unit: string;
  readonly line: string;
}

export function statementsRequest(year: string, stage: StatementStage) {
  return {
    queryKey: ['office', year, 'statements', stage],
    queryFn: () => request<StatementList>('GET', `${yearUrl(year)}/statements/${stage}`),
    staleTime: 0,
  };
}

const pathOf = ({ unit, line }: StatementPlace) => `${encodeURIComponent(unit)}/${encodeURIComponent(line)}`;

export function statementRequest(place: StatementPlace) {
  const { year, stage } = place;
  return {
    queryKey: ['office', year, 'statements', stage, place.unit, place.line],
    queryFn: () => request<StatementDetail>('GET', `${yearUrl(year)}/statements/${stage}/${pathOf(place)}`),
    staleTime: 0,
  };
}

const NOUN = { 'self-assessment': 'self-assessments', appeal: 'appeals' } as const;
const ANSWER = { 'self-assessment': 'review', appeal: 'decision' } as const;

interface Sent {
  readonly body: unknown;
  /** The version that was seen. */
  readonly ifMatch: number;
}

/** The unit's own statement. */
export async function sendStatement(place: StatementPlace, sent: Sent): Promise<StatementDetail> {
  return await request('PUT', `${yearUrl(place.year)}/${NOUN[place.stage]}/${pathOf(place)}`, sent);
}

/** Takes an appeal back before it is answered. */
export async function withdrawAppeal(place: StatementPlace, ifMatch: number): Promise<StatementDetail> {
  return await request('POST', `${yearUrl(place.year)}/appeals/${pathOf(place)}/withdrawal`, { ifMatch });
}

/** The office's answer to it. */
export async function sendAnswer(place: StatementPlace, sent: Sent): Promise<StatementDetail> {
  const url = `${yearUrl(place.year)}/${NOUN[place.stage]}/${pathOf(place)}/${ANSWER[place.stage]}`;
  return await request('POST', url, sent);
}

/** The list with one statement as it is now. */
export function withStatement(list: StatementList | undefined, changed: StatementJson): StatementList {
  const others = list?.statements ?? [];
  const isSame = (one: StatementJson) => one.unit === changed.unit && one.line === changed.line;
  const known = others.some(isSame);
  return { statements: known ? others.map((one) => (isSame(one) ? changed : one)) : [...others, changed] };
}

/** Whether a stage of the office's own choice is in use this year. */
export function isInUse({ stages }: Pick<YearOverview, 'stages'>, stage: StatementStage): boolean {
  return stages.some((one) => one.stage === stage && one.state !== 'off');
}
