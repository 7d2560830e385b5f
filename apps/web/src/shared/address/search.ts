/** The part of a page's state that stands in the address: a link shows another person the same thing. */
import { FINDING_SEVERITIES, type FindingSeverity, type ReadingChoice } from '@kaohe/scoring';

export interface Search {
  readonly lang?: 'en' | undefined;
  /** The year of the office; left out: the newest. */
  readonly year?: string | undefined;
  /** The issued document; left out: the demonstration's. */
  readonly scheme?: string | undefined;
  /** Readings asked for instead of the adopted ones: `bonus-base:composite,…`. */
  readonly readings?: string | undefined;
  /** Sheet shown. */
  readonly sheet?: string | undefined;
  readonly view?: 'losses' | 'readings' | undefined;
  readonly sort?: 'printed' | undefined;
  /** Text the unit's name contains. */
  readonly q?: string | undefined;
  readonly grade?: string | undefined;
  readonly state?: 'open' | 'edge' | 'veto' | undefined;
  readonly composition?: 'yes' | undefined;
  /** Unit whose explanation is open, and the node it is open at (`item:county/i1`). */
  readonly why?: string | undefined;
  readonly at?: string | undefined;
  /** Row, item or clause the page shows. */
  readonly show?: string | undefined;
  readonly section?: Section | undefined;
  /** Rows assumed closed, in order: `county/7:best,county/9:worst`. */
  readonly steps?: string | undefined;
  /** Findings of the checker: of one severity, and the one whose example is open. */
  readonly severity?: FindingSeverity | undefined;
  /** Findings put together by where they stand; left out: by what was found. */
  readonly by?: 'place' | undefined;
  /** The groups of findings that are open, `all` for every one. */
  readonly groups?: string | undefined;
  readonly finding?: string | undefined;
  /** The audit log: days, inclusive; act and account; where the page begins; the entry that is open. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly act?: string | undefined;
  readonly account?: string | undefined;
  readonly after?: string | undefined;
  readonly entry?: string | undefined;
}

export const SECTIONS = ['sheets', 'notice', 'forms', 'teams', 'readings', 'check'] as const;
export type Section = (typeof SECTIONS)[number];

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What of an address is understood; anything else is left out. */
export function readSearch(raw: Record<string, unknown>): Search {
  const search: Search = {
    lang: oneOf(raw.lang, ['en']),
    year: textOf(raw.year),
    scheme: textOf(raw.scheme),
    readings: textOf(raw.readings),
    sheet: textOf(raw.sheet),
    view: oneOf(raw.view, ['losses', 'readings']),
    sort: oneOf(raw.sort, ['printed']),
    q: textOf(raw.q),
    grade: textOf(raw.grade),
    state: oneOf(raw.state, ['open', 'edge', 'veto']),
    composition: oneOf(raw.composition, ['yes']),
    why: textOf(raw.why),
    at: textOf(raw.at),
    show: textOf(raw.show),
    section: oneOf(raw.section, SECTIONS),
    steps: textOf(raw.steps),
    severity: oneOf(raw.severity, FINDING_SEVERITIES),
    by: oneOf(raw.by, ['place']),
    groups: textOf(raw.groups),
    finding: textOf(raw.finding),
    from: textOf(raw.from),
    to: textOf(raw.to),
    act: textOf(raw.act),
    account: textOf(raw.account),
    after: textOf(raw.after),
    entry: textOf(raw.entry),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** `?a=b` → the raw values, as text. */
export function parseQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Values → `?a=b`, with `:` `,` and `/` left readable. */
export function printQuery(values: Record<string, unknown>): string {
  const pairs = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [`${key}=${readable(value)}`] : [],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function readable(value: string): string {
  return encodeURIComponent(value).replace(/%(?:3A|2C|2F)/g, decodeURIComponent);
}

/** `bonus-base:composite,row-8:both` as a choice. */
export function readReadings(text: string | undefined): ReadingChoice {
  const pairs = (text ?? '').split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(pairs.flatMap(([name, alternative]) => (name && alternative ? [[name, alternative]] : [])));
}

/** A choice as it stands in the address; undefined where nothing is asked. */
export function printReadings(choice: ReadingChoice): string | undefined {
  const pairs = Object.entries(choice).map(([name, alternative]) => `${name}:${alternative}`);
  return pairs.length === 0 ? undefined : pairs.join(',');
}
