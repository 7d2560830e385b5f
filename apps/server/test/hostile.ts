/** Requests nobody means well with, or whose sender is broken: made from valid ones, or from nothing. */
import fc, { type Arbitrary } from 'fast-check';
import type { Sent } from './arbitrary.js';

export type Hostile = Sent;

const deep = (levels: number, close: [string, string]) => close[0].repeat(levels) + close[1].repeat(levels);

/** Texts of JSON that a program chokes on. */
const RAW = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"a":1,"a":2}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"title":1e999}',
  '{"year":"\\u0000"}',
  '{"year":"\\ud800"}',
  '\ufeff{}',
  deep(30_000, ['[', ']']),
  deep(200, ['{"a":', '}']).replace('{"a":}', '{"a":1}'),
);

const VALUE = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 53,
    -1e308,
    2_147_483_648,
    '',
    ' ',
    '\u0000',
    '安\u0000',
    '\ud800',
    '\u202e考核',
    '٣',
    '１２',
    '1e5',
    '-0',
    'NaN',
    '0000-00-00',
    '2020-02-30',
    '9999-12-31',
    "'; DROP TABLE kaohe.years; --",
    '{{7*7}}',
    '../../etc/passwd',
    '__proto__',
    '考'.repeat(30_000),
    [],
    {},
    [[[[[[]]]]]],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

const STEP = fc.constantFrom(
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%00',
  '%ff',
  '%ed%a0%80',
  '%F0%9F%92%A9',
  '2019%20',
  "1'--",
  'a'.repeat(2_000),
  '00000000-0000-0000-0000-000000000000',
  '9'.repeat(40),
  'constructor',
);

const HEADERS = fc.constantFrom<Record<string, string>>(
  {},
  { 'if-match': '"0"' },
  { 'if-match': '"999999999"' },
  { 'if-match': 'W/"x"' },
  { 'idempotency-key': 'x' },
  { 'idempotency-key': 'the-same-key-each-time' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/octet-stream' },
  { 'content-type': 'application/json; charset=latin1' },
);

/** A valid request with something wrong in one place, or several. */
export function hostileOf(valid: Arbitrary<Sent>): Arbitrary<Hostile> {
  return fc.oneof(
    { weight: 3, arbitrary: valid },
    { weight: 3, arbitrary: fc.tuple(valid, VALUE, fc.nat(), HEADERS).map(spoilBody) },
    { weight: 2, arbitrary: fc.tuple(valid, STEP, fc.nat(), HEADERS).map(spoilUrl) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(valid, RAW, HEADERS)
        .map(([{ url }, payload, headers]) => withJson({ url, payload, headers })),
    },
  );
}

const withJson = (sent: Hostile): Hostile => ({
  ...sent,
  headers: { 'content-type': 'application/json', ...sent.headers },
});

/** Replaces, adds or drops one member, at any depth. */
function spoilBody([sent, value, place, headers]: [Sent, unknown, number, Record<string, string>]): Hostile {
  const { payload } = sent;
  if (typeof payload !== 'object' || payload === null || Buffer.isBuffer(payload))
    return { ...sent, headers: { ...sent.headers, ...headers } };
  const copy = structuredClone(payload) as Record<string, unknown>;
  let [at, left] = [copy, place];
  for (;;) {
    const names = [...Object.keys(at), 'unknown'];
    const name = names[left % names.length] ?? 'unknown';
    const inner = at[name];
    left = Math.floor(left / names.length);
    if (typeof inner === 'object' && inner !== null && left % 2 === 1) {
      at = inner as Record<string, unknown>;
      continue;
    }
    if (left % 5 === 0) delete at[name];
    else at[name] = value;
    return withJson({ url: sent.url, payload: JSON.stringify(copy), headers: { ...sent.headers, ...headers } });
  }
}

/** Replaces one step of the path, or one part of the query. */
function spoilUrl([sent, step, place, headers]: [Sent, string, number, Record<string, string>]): Hostile {
  const [path = '', query] = sent.url.split('?');
  const steps = path.split('/');
  if (query !== undefined && place % 2 === 1) {
    const [first = ''] = query.split('&');
    return { ...sent, url: `${path}?${first}&${first.split('=')[0]}=${step}`, headers };
  }
  steps[2 + (place % Math.max(1, steps.length - 2))] = step;
  return { ...sent, url: steps.join('/') + (query === undefined ? '' : `?${query}`), headers };
}
