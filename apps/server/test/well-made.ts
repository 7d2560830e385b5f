/** Requests as somebody who may do a thing makes them: of what is there, over what was seen, page after page. */
import { createHash, randomUUID } from 'node:crypto';
import { exportKindsOf, type Role } from '@kaohe/api-contract';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { requestsOf, type Sent } from './arbitrary.js';
import type { Filled } from './filled.js';
import { type Client, YEAR } from './office.js';
import type { Operation } from './operations.js';

const SEED = 20_200_116;
const BASE = `/api/years/${YEAR}`;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
const OF_RATER: Partial<Record<Role, string>> = { 'rating-division': 'division', 'division-head': 'division' };

interface Asking {
  readonly client: Client;
  readonly role: Role;
  readonly operation: Operation;
  readonly filled: Filled;
}

type Body = Record<string, unknown>;
interface Entry {
  readonly entry: string;
  readonly unit: string;
  readonly body: Body;
  readonly version: number;
  readonly withdrawn: boolean;
}

/** Does one operation as its role would; a list is read to its second page. */
export async function sendWellMade(asking: Asking): Promise<LightMyRequestResponse> {
  const { client, operation } = asking;
  const names = { ...asking.filled.ownNames, ...(await namesFor(asking)) };
  const [made] = fc.sample(requestsOf(operation, names), { numRuns: 1, seed: SEED });
  if (!made) throw new Error(`no request of ${operation.name}`);
  const sent: Sent = { ...made, url: withoutCursor(made.url), ...(await madeFor(asking, made)) };
  const payload = sent.payload as object | undefined;
  const tag = operation.method === 'GET' ? undefined : await tagOf(client, sent.url);
  const bytes = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
  const answer = await client(operation.method, sent.url, {
    ...(payload !== undefined && { payload }),
    headers: { ...sent.headers, ...bytes, ...(tag !== undefined && { 'if-match': tag }) },
  });
  const next = operation.method === 'GET' && answer.statusCode === 200 ? nextOf(answer) : undefined;
  if (next === undefined) return answer;
  return await client('GET', `${sent.url}${sent.url.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`);
}

const withoutCursor = (url: string) => url.replace(/([?&])after=[^&]*&?/, '$1').replace(/[?&]$/, '');

function nextOf(answer: LightMyRequestResponse): string | undefined {
  if (!String(answer.headers['content-type']).startsWith('application/json')) return undefined;
  return (answer.json() as { next?: string | null } | null)?.next ?? undefined;
}

/** The version of the thing itself, or of what a step is taken on. */
async function tagOf(client: Client, url: string): Promise<string | undefined> {
  const [path = ''] = url.split('?');
  for (const at of [path, path.slice(0, path.lastIndexOf('/'))]) {
    const { etag } = (await client('GET', at)).headers;
    if (etag !== undefined) return String(etag);
  }
  return undefined;
}

async function namesFor(asking: Asking): Promise<Record<string, readonly string[]>> {
  const { role, operation, client, filled } = asking;
  const { path, method } = operation;
  const form = OF_RATER[role] ?? 'leader';
  const register = /registers\/([a-z-]+)\/\{entry\}/.exec(path)?.[1];
  return {
    form: [form],
    // The last leader has not rated online.
    rater: [role === 'counting-clerk' ? 'leader-16' : `${form}-01`],
    line: [path.includes('/self-assessments/') ? 'county/1' : 'county/1.1'],
    ...(path.includes('/statements/{stage}/') && { stage: ['appeal'] }),
    ...(path.includes('/blank-papers/') && { paper: [`form-${form}`] }),
    ...(path.includes('{upload}') && { upload: [await startUpload(asking)] }),
    ...(path.includes('{evidence}') && { evidence: [await evidenceSeen(asking)] }),
    ...(register && { entry: [await entryOf(client, { register, filled, isNew: method !== 'GET' })] }),
  };
}

const purposeOf = (role: Role) => (role === 'assessed-unit' ? 'statement' : 'row');
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** Bytes nobody sent before. */
const newFile = () => Buffer.concat([PDF, Buffer.from(`\n% ${randomUUID()}`)]);

async function startUpload({ client, role, operation, filled }: Asking): Promise<string> {
  const bytes = operation.path.endsWith('/chunks') ? PDF : newFile();
  const said = { unit: filled.own.unit, name: '台账.pdf', purpose: purposeOf(role), sha256: hashOf(bytes) };
  const upload = (await client('POST', `${BASE}/uploads`, { payload: { ...said, bytes: bytes.length } })).json().upload;
  if (operation.path.endsWith('/finish')) await sendChunk(client, upload, bytes);
  return upload;
}

async function sendChunk(client: Client, upload: string, payload: Buffer): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream' };
  await client('POST', `${BASE}/uploads/${upload}/chunks?offset=0`, { payload, headers });
}

/** A file whose bytes the role may read: what it added itself, or what is there. */
async function evidenceSeen(asking: Asking): Promise<string> {
  const { client, filled } = asking;
  const added = await client('POST', evidenceUrl(asking), {
    payload: newFile(),
    headers: { 'content-type': 'application/octet-stream' },
  });
  return added.statusCode < 300 ? (added.json().id as string) : (filled.ownNames.evidence?.[0] ?? '');
}

const evidenceUrl = ({ role, filled }: Asking) =>
  `${BASE}/evidence?unit=${encodeURIComponent(filled.own.unit)}&name=a.pdf&purpose=${purposeOf(role)}`;

/** Whether the role sees no entry of the register whose entry is asked for. */
export async function seesNoEntry(client: Client, { path }: Operation): Promise<boolean> {
  const register = /registers\/([a-z-]+)\/\{entry\}/.exec(path)?.[1];
  return register !== undefined && (await entriesOf(client, register)).length === 0;
}

const ENTERED: Readonly<Record<string, Body>> = {
  'patrol-findings': { on: '2019-06-01', group: '第三督导组', finding: '通道堵塞' },
  inspections: { on: '2019-06-01', kind: 'routine', by: '综合协调处', finding: '台账齐全' },
  visits: { on: '2020-01-15', methods: ['查资料'], places: [] },
  draws: { on: '2020-01-15', seed: '20200115', places: ['甲', '乙', '丙'], count: 1, drawn: [], reason: '再抽一次' },
};

/** An entry that may be sent: like one that is there, of a unit the role is concerned with. */
async function sentEntry(
  client: Client,
  { register, filled, revised }: { register: string; filled: Filled; revised?: string | undefined },
): Promise<{ unit: string; body: Body }> {
  const listed = await entriesOf(client, register);
  const like = listed.find(({ entry, withdrawn }) => (revised === undefined ? !withdrawn : entry === revised));
  // An indicator stands once for each unit: the one that is there makes room.
  if (like && register === 'indicators' && revised === undefined) await withdraw(client, register, like);
  if (register === 'accidents') return { unit: '', body: { ...like?.body, id: `新-${randomUUID().slice(0, 8)}` } };
  const body = { ...(ENTERED[register] ?? like?.body) };
  return { unit: register in ENTERED ? filled.own.unit : (like?.unit ?? ''), body };
}

async function withdraw(client: Client, register: string, { entry, version }: Entry): Promise<void> {
  await client('POST', `${BASE}/registers/${register}/${entry}/withdraw`, {
    payload: { reason: '重录' },
    headers: { 'if-match': `"${version}"` },
  });
}

async function entriesOf(client: Client, register: string): Promise<readonly Entry[]> {
  return ((await client('GET', `${BASE}/registers/${register}?limit=200`)).json().entries ?? []) as Entry[];
}

async function entryOf(
  client: Client,
  { register, filled, isNew }: { register: string; filled: Filled; isNew: boolean },
): Promise<string> {
  if (!isNew) return (await entriesOf(client, register))[0]?.entry ?? randomUUID();
  const { unit, body } = await sentEntry(client, { register, filled });
  const payload = { ...(unit !== '' && { unit }), body };
  return (await client('POST', `${BASE}/registers/${register}`, { payload })).json().entry ?? randomUUID();
}

/** What the description alone does not say. */
async function madeFor(asking: Asking, made: Sent): Promise<Partial<Sent>> {
  const { client, role, operation, filled } = asking;
  const { name, path } = operation;
  const unit = filled.own.unit;
  const register = /registers\/([a-z-]+)(?:\/\{entry\})?$/.exec(path)?.[1];
  if (register && operation.method !== 'GET') {
    const revised = path.endsWith('{entry}') ? made.url.slice(made.url.lastIndexOf('/') + 1) : undefined;
    const { unit: concerned, body } = await sentEntry(client, { register, filled, revised });
    const payload = { ...(concerned !== '' && { unit: concerned }), body };
    return { payload, headers: revised === undefined ? {} : { 'if-match': '"1"' } };
  }
  if (name === `POST ${path}` && path.endsWith('/uploads')) {
    const said = { unit, name: '台账.pdf', purpose: purposeOf(role), bytes: PDF.length, sha256: hashOf(newFile()) };
    return { payload: said };
  }
  if (path.endsWith('/exports')) return { payload: { kind: exportKindsOf(role)[0] } };
  if (path.endsWith('/chunks')) return { url: made.url.replace(/offset=\d+/, 'offset=0'), payload: PDF };
  if (name.endsWith('/evidence') && operation.method === 'POST')
    return { url: evidenceUrl(asking), payload: newFile() };
  if (path.endsWith('/ratings/{form}/{rater}')) return { payload: { marks: await allMarks(client, made.url) } };
  if (path.endsWith('/paper')) return await paperMade(client, made);
  if (path.endsWith('/self-assessments/{unit}/{line}'))
    return { payload: { text: '说明', evidence: [], deducted: '1' } };
  if (path.endsWith('/rows/{row}')) return await rowMade(asking);
  if (name === 'POST /api/accounts')
    return { payload: { ...(made.payload as Body), login: `new-${Date.now()}`, initialPassword: 'Aq7-fg2k-Zt9w-55' } };
  if (name.startsWith('PATCH /api/accounts/')) return { payload: { displayName: '改名' } };
  if (name === 'POST /api/grants')
    return { payload: { account: filled.ownNames.account?.[0], role: 'approver', scope: '' } };
  if (name === 'POST /api/years') return { payload: { year: '2031', title: '2031年度', scheme: 'zhengzhou-2019' } };
  if (name.startsWith('PATCH') && path.endsWith('/stages/{stage}')) return await stageMade(client);
  return {};
}

/** A row the role supplies, over its version; a counting clerk with the scan it comes from. */
async function rowMade(asking: Asking): Promise<Partial<Sent>> {
  const { client, role, filled } = asking;
  const at = `${BASE}/sheets/${encodeURIComponent(filled.own.unit)}`;
  const { rows } = (await client('GET', at)).json() as {
    rows: { line: string; mayChange: boolean; version: number }[];
  };
  const row = rows.find(({ mayChange }) => mayChange);
  const scan = role === 'counting-clerk' ? { scan: await evidenceSeen(asking) } : {};
  const line = row?.line ?? '';
  return {
    url: `${at}/rows/${encodeURIComponent(line.slice(line.indexOf('/') + 1))}`,
    payload: { closed: false, observations: {}, ...scan },
    headers: row && row.version > 0 ? { 'if-match': `"${row.version}"` } : {},
  };
}

/** A rating form as it was signed on paper, with its scan. */
async function paperMade(client: Client, { url }: Sent): Promise<Partial<Sent>> {
  const scan = await client('POST', `${BASE}/evidence?unit=&name=a.pdf&purpose=ballot`, {
    payload: newFile(),
    headers: { 'content-type': 'application/octet-stream' },
  });
  return { payload: { marks: await allMarks(client, url.slice(0, url.lastIndexOf('/'))), scan: scan.json().id } };
}

async function allMarks(client: Client, form: string): Promise<Record<string, string>> {
  const { units = [] } = (await client('GET', form)).json() as { units?: string[] };
  return Object.fromEntries(units.map((unit) => [unit, '8']));
}

async function stageMade(client: Client): Promise<Partial<Sent>> {
  const { stages } = (await client('GET', BASE)).json() as { stages: { stage: string; version: number }[] };
  const stage = stages.find((one) => one.stage === 'circular');
  return {
    url: `${BASE}/stages/circular`,
    payload: { dueOn: '2020-03-01' },
    headers: { 'if-match': `"${stage?.version}"` },
  };
}
