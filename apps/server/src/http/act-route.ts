/**
 * One route, one act: who acts, whether the table of acts lets them, in which stage, inside one transaction with its audit
 * entry. Services see none of HTTP.
 */

import type { Readable } from 'node:stream';
import { type ActName, actOf, type Seen, seenIn, tagOf } from '@kaohe/api-contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordAct, recordRefusal } from '../audit-log/service.js';
import { inTransaction } from '../database/transaction.js';
import type { AuditNote, Office, SignedIn, Work } from '../office/office.js';
import { todayOf } from '../office/today.js';
import { signedIn } from '../sessions/service.js';
import { checkStage } from '../years/service.js';
import { type Answered, answerOnce } from './idempotency.js';
import { invalid, notAllowed, notSeen, Refusal } from './refusal.js';
import { shownFilePolicy } from './security.js';

/** Bytes as the answer: a paper, a piece of evidence. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  /** Shown by the browser itself: only what the content, not a name, says is an image or a PDF. */
  readonly isShown?: boolean;
}

/** Bytes that are many: they are read while they are sent. */
export interface StreamAnswer {
  readonly stream: Readable;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

interface Shapes {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The shape of the JSON answer; `file` for bytes. */
  readonly answer: z.ZodType | 'file';
  /** Of a file: the media types it may have. */
  readonly media?: readonly string[];
}

type Read<Shape, Absent> = Shape extends z.ZodType ? z.output<Shape> : Absent;
/** What the request gave, already checked against the shapes. */
interface Given<S extends Shapes> {
  readonly params: Read<S['params'], Record<string, never>>;
  readonly query: Read<S['query'], Record<string, never>>;
  readonly body: Read<S['body'], undefined>;
}
type Answer<Shape> = Shape extends z.ZodType ? z.input<Shape> : FileAnswer | StreamAnswer;

export interface ActRoute<S extends Shapes> {
  readonly act: ActName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly shapes: S;
  /** What it does, for the reader of the API description; both languages. */
  readonly summary: string;
  /** Most bytes of the request body; absent: the server's own limit. */
  readonly bodyLimit?: number;
  /** A part of what another request completes: that one is written in the audit log; of parts only refusals are. */
  readonly isPart?: boolean;
  work(work: Work, request: Given<S>): Promise<Answer<S['answer']>>;
}

/** Who sends a request, from before its body is read until it is answered. */
const known = new WeakMap<FastifyRequest, SignedIn>();

/** Adds a route that does one act of the table. */
export function actRoute<S extends Shapes>(app: FastifyInstance, office: Office, route: ActRoute<S>): void {
  const { act, method, url, shapes, summary } = route;
  app.route({
    method,
    url,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    config: { act, ...(shapes.media && { media: shapes.media }) },
    // Before the body: whoever is not signed in sends nothing that is read.
    preParsing: async (request) => {
      known.set(request, await signedIn(office, request));
    },
    schema: {
      operationId: `${act}:${method} ${url}`,
      summary,
      security: [{ session: [] }],
      ...(shapes.params && { params: shapes.params }),
      ...(shapes.query && { querystring: shapes.query }),
      ...(shapes.body && { body: shapes.body }),
      ...(shapes.answer !== 'file' && { response: { 200: shapes.answer } }),
    },
    handler: async (request, reply) => await handle(office, route, { request, reply }),
  });
}

async function handle<S extends Shapes>(
  office: Office,
  route: ActRoute<S>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const acting = known.get(request) ?? (await signedIn(office, request));
  const subject = subjectOf(request);
  try {
    const { name, nameEn, roles } = actOf(route.act);
    if (!roles.includes(acting.role)) throw notAllowed(name, nameEn);
    return send(reply, route, await perform(office, route, { request, acting, subject }));
  } catch (error) {
    if (error instanceof Refusal && route.method !== 'GET')
      await recordRefusal(office, acting, { act: route.act, subject, reason: error.problem.code });
    throw error;
  }
}

async function perform<S extends Shapes>(
  office: Office,
  route: ActRoute<S>,
  { request, acting, subject }: { request: FastifyRequest; acting: SignedIn; subject: string },
): Promise<Answered> {
  return await inTransaction(office.database, acting, async (trx) => {
    const now = office.now();
    const notes: AuditNote[] = [];
    const seen = whatWasSeen(request);
    const work: Work = {
      trx,
      acting,
      now,
      today: await todayOf(trx, acting.tenant, now),
      newId: office.newId,
      schemes: office.schemes,
      render: office.render,
      ifMatch: seen?.version,
      contentSeen: seen?.content,
      note: (change) => notes.push(change),
    };
    // The shapes have checked it: only the compiler does not know.
    const given = request as unknown as Given<S>;
    const act = async () => {
      await checkStage(work, route.act, given.params);
      if (actOf(route.act).overSeen && !seen) throw notSeen(actOf(route.act));
      const answer = await route.work(work, given);
      if ((route.method !== 'GET' && !route.isPart) || notes.length > 0) {
        const done = Object.assign({ subject }, ...notes, { act: route.act, succeeded: true });
        await recordAct(office, trx, { acting, done });
      }
      return answer;
    };
    return route.method === 'GET' ? await act() : await answerOnce(work, request, act);
  });
}

/** `If-Match: "3"`: what the client has seen. */
function whatWasSeen(request: FastifyRequest): Seen | undefined {
  const stated = request.headers['if-match'];
  if (stated === undefined) return undefined;
  const seen = seenIn(stated);
  if (seen) return seen;
  throw invalid(
    'If-Match 应为引号里的版本号，如 "3"，就是回答里 ETag 的值。',
    'If-Match is a version in quotes, like "3": the value of the ETag in an answer.',
  );
}

function subjectOf(request: FastifyRequest): string {
  return Object.values((request.params ?? {}) as Record<string, string>).join('/');
}

function send<S extends Shapes>(reply: FastifyReply, { shapes }: ActRoute<S>, answer: Answered): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (shapes.answer === 'file') {
    const { mediaType, name, isShown = false, ...content } = answer as FileAnswer & Partial<StreamAnswer>;
    if (content.size !== undefined) reply.header('content-length', content.size);
    if (isShown) reply.header('content-security-policy', shownFilePolicy(mediaType));
    return reply
      .type(mediaType)
      .header(
        'content-disposition',
        `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .send(content.stream ?? Buffer.from(content.bytes));
  }
  const { version, content } = (answer ?? {}) as Partial<Seen>;
  if (typeof version === 'number') reply.header('etag', tagOf({ version, content }));
  return reply.send(answer);
}
