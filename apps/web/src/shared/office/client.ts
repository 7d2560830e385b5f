/**
 * Requests to the office. A write carries a key of its own, so a poor network may repeat it and it is done once; a session that has
 * ended is opened again in a dialog, and the request goes on as if nothing had been.
 */

import { MOST_PER_PAGE, type Seen, tagOf } from '@kaohe/api-contract';
import { keepUnanswered, keyOfUnanswered, nameOf } from './unanswered';

/** What the server says when it refuses: problem+json, in both languages. `more` fields depend on the code. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly [more: string]: unknown;
}

export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  /** 0 where no answer came. */
  readonly status: number;
  readonly problem: ProblemBody;

  constructor(status: number, problem: ProblemBody) {
    super(problem.detailEn);
    this.status = status;
    this.problem = problem;
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  /** Sent as JSON; a Blob as it is. */
  readonly body?: unknown;
  /** What was seen, or its version where that is all; the server refuses what is stale with 409. */
  readonly ifMatch?: number | Seen | undefined;
  /** The same write sent again carries the same key; left out, every call is a new write. */
  readonly key?: string | undefined;
  /** Ends the request. */
  readonly signal?: AbortSignal;
  /** Not repeated when the network drops: whoever asks does so in a way of its own. */
  readonly once?: boolean;
}

/** The JSON the server answers; throws `RequestRefused` where it refuses or cannot be reached. */
export async function request<Answer>(method: Method, url: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await answered(method, url, options);
  return (await response.json()) as Answer;
}

/** A whole list of the server, page after page: for tables that sort, filter and count all of it. The other fields are the last page's. */
export async function requestAll<Name extends string, Row, More extends object = object>(
  url: string,
  name: Name,
): Promise<Readonly<Record<Name, readonly Row[]>> & More> {
  const from = `${url}${url.includes('?') ? '&' : '?'}limit=${MOST_PER_PAGE}`;
  const rows: Row[] = [];
  for (let next = ''; ; ) {
    const asked = next === '' ? from : `${from}&after=${encodeURIComponent(next)}`;
    const page = await request<Record<Name, readonly Row[]> & More & { readonly next: string | null }>('GET', asked);
    rows.push(...page[name]);
    if (!page.next) return { ...page, [name]: rows };
    next = page.next;
  }
}

/** The bytes the server answers, under the name it gives them. */
export async function requestFile(
  method: Method,
  url: string,
  options: RequestOptions = {},
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const response = await answered(method, url, options);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name: decodeURIComponent(named ?? 'file') };
}

/** A key for one write; `crypto.randomUUID` is younger than the browsers we support. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks the person to sign in again; false where they leave instead. */
type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | undefined;

/** Says who opens an ended session again; the answer takes it back. */
export function onSessionEnd(handler: SignInAgain): () => void {
  signInAgain = handler;
  return () => {
    if (signInAgain === handler) signInAgain = undefined;
  };
}

const RETRY_AFTER_MS = [500, 2000];
const PASSING = [0, 502, 503, 504];

async function answered(method: Method, url: string, options: RequestOptions): Promise<Response> {
  const write = nameOf({ method, url, ...options });
  const key = method === 'GET' ? undefined : (options.key ?? keyOfUnanswered(write) ?? newKey());
  for (let tries = 0; ; ) {
    try {
      const response = await sent(method, url, { ...options, key });
      keepUnanswered(write, undefined);
      return response;
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      keepUnanswered(write, PASSING.includes(error.status) ? key : undefined);
      const pause = PASSING.includes(error.status) && !options.once ? RETRY_AFTER_MS[tries] : undefined;
      if (pause !== undefined) {
        tries += 1;
        await new Promise((resolve) => setTimeout(resolve, pause));
        continue;
      }
      if (error.problem.code !== 'not-signed-in' || !signInAgain || !(await signInAgain())) throw error;
    }
  }
}

async function sent(method: Method, url: string, { body, ifMatch, key, signal }: RequestOptions): Promise<Response> {
  const asIs = body instanceof Blob;
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && {
        'content-type': asIs ? body.type || 'application/octet-stream' : 'application/json',
      }),
      ...(ifMatch !== undefined && { 'if-match': tagOf(typeof ifMatch === 'number' ? { version: ifMatch } : ifMatch) }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: asIs ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch(() => {
    throw new RequestRefused(0, NO_ANSWER);
  });
  if (response.ok) return response;
  throw new RequestRefused(response.status, await problemOf(response));
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  return isProblem ? ((await response.json()) as ProblemBody) : { ...NO_ANSWER, code: 'unreadable-answer' };
}

const NO_ANSWER: ProblemBody = {
  code: 'no-connection',
  title: '连不上服务器',
  titleEn: 'No connection',
  detail: '服务器没有回应。您填的还在这一页上，请稍后再试；同一内容重复提交不会重复登记。',
  detailEn:
    'The server did not answer. What you entered is still on this page: try again; sending it twice counts once.',
};
