// Twenty people writing at once, each remembering exactly what the server has acknowledged.
export interface Acknowledged {
  /** `sheet`, `register` or `rating`, and which one. */
  readonly key: string;
  readonly version: number;
  /** What was written, as it must be found. */
  readonly content: string;
}

export interface Person {
  /** Answers undefined where the server was not there to answer. */
  ask(
    method: string,
    path: string,
    sent?: { body: unknown; version?: number | undefined },
  ): Promise<Answer | undefined>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, read by tests
  readonly body: any;
}

export type Writer = (turn: number) => Promise<Acknowledged | undefined>;

/** A person signed in with an account of the demonstration; the session outlives the server. */
export async function person(address: string, login: string, password: string): Promise<Person> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`${login}: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    ask: async (method, path, { body, version } = { body: undefined }) => {
      try {
        const answer = await fetch(`${address}${encodeURI(path)}`, {
          method,
          headers: {
            cookie,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(version !== undefined && { 'if-match': `"${version}"` }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(20_000),
        });
        return { status: answer.status, body: JSON.parse(await answer.text()) };
      } catch {
        return undefined; // killed before it had answered: whether it was done is not known
      }
    },
  };
}

const YEAR = '/api/years/2019';

/** One row of a sheet, closed and opened again. */
export function rowWriter({ ask }: Person, unit: string, row: { row: string; version: number }): Writer {
  const id = row.row.split('/').pop() ?? '';
  let seen = row.version;
  return async (turn) => {
    const closed = turn % 2 === 0;
    const answer = await ask('PUT', `${YEAR}/sheets/${unit}/rows/${id}`, {
      body: { closed, observations: {} },
      version: seen,
    });
    if (answer?.status === 409) seen = answer.body.current?.version ?? seen;
    if (answer?.status !== 200) return undefined;
    seen = answer.body.version;
    return { key: `sheet ${unit}/${row.row}`, version: seen, content: String(closed) };
  };
}

/** A new entry each second turn, changed in the next. */
export function registerWriter({ ask }: Person, register: string, entry: (finding: string) => object): Writer {
  let last: { entry: string; version: number } | undefined;
  return async (turn) => {
    const finding = `第 ${turn} 次 ${Math.random()}`;
    const url = `${YEAR}/registers/${register}`;
    const answer = last
      ? await ask('PUT', `${url}/${last.entry}`, { body: entry(finding), version: last.version })
      : await ask('POST', url, { body: entry(finding) });
    last = undefined;
    if (answer?.status !== 200) return undefined;
    const { entry: id, version } = answer.body;
    if (version === 1) last = { entry: id, version };
    return { key: `register ${register}/${id}`, version, content: finding };
  };
}

/** One rating form, which two people fill at once. */
export function ratingWriter({ ask }: Person, form: string, unit: string): Writer {
  let seen: number | undefined;
  return async (turn) => {
    const mark = `8.${turn % 10}`;
    if (seen === undefined) seen = (await ask('GET', `${YEAR}/ratings/${form}`))?.body.version;
    const answer = await ask('PUT', `${YEAR}/ratings/${form}`, { body: { marks: { [unit]: mark } }, version: seen });
    if (answer?.status === 409) seen = answer.body.current?.version;
    if (answer?.status !== 200) return undefined;
    seen = answer.body.version as number;
    return { key: `rating ${form}`, version: seen, content: mark };
  };
}
