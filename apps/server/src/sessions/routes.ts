/** Signing in over HTTP. These routes are no acts of the table: they are for whoever holds no role yet. */
import {
  changePasswordShape,
  chooseRoleShape,
  type SessionJson,
  sessionShape,
  signInShape,
  totpCodeShape,
  totpSecretShape,
} from '@kaohe/api-contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { changePassword, confirmTotp, type Owner, startTotp } from '../accounts/own.js';
import { notSignedIn } from '../http/refusal.js';
import type { Office } from '../office/office.js';
import { describeSession } from './describe.js';
import { type LiveSession, liveSession } from './service.js';
import { actAs, endOtherSessions, passTotp, signIn, signOut } from './sign-in.js';
import { COOKIE } from './token.js';

const URL = '/api/session';
const ANSWER = { 200: sessionShape };
const SIGNED_IN = [{ session: [] }];

export function sessionRoutes(app: FastifyInstance, office: Office): void {
  app.get(URL, { schema: { summary: '谁已登录 / Who is signed in', response: ANSWER } }, async (request, reply) => {
    // Looking is no sign of life: otherwise a page left open would never fall idle.
    const session = await liveSession(office, request, { touch: false });
    return send(reply, await describeSession(office, session));
  });
  signInRoutes(app, office);
  ownRoutes(app, office);
}

function signInRoutes(plain: FastifyInstance, office: Office): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post(
    URL,
    { schema: { summary: '登录 / Sign in', body: signInShape, response: ANSWER } },
    async (request, reply) => {
      const token = await signIn(office, { ...request.body, address: request.ip });
      request.cookies[COOKIE] = token;
      reply.setCookie(COOKIE, token, cookieOptions(request));
      return send(reply, await describe(office, request));
    },
  );
  app.delete(
    URL,
    { schema: { summary: '退出 / Sign out', security: SIGNED_IN, response: ANSWER } },
    async (request, reply) => {
      const session = await liveSession(office, request, { touch: false });
      if (session) await signOut(office, session, request.ip);
      reply.clearCookie(COOKIE, cookieOptions(request));
      return send(reply, await describeSession(office, undefined));
    },
  );
  app.put(
    `${URL}/role`,
    {
      schema: {
        summary: '选角色 / Choose the role acting',
        security: SIGNED_IN,
        body: chooseRoleShape,
        response: ANSWER,
      },
    },
    async (request, reply) => {
      await actAs(office, await present(office, request), request.body.grant);
      return send(reply, await describe(office, request));
    },
  );
  app.post(
    `${URL}/activity`,
    { schema: { summary: '还在用 / Still here', security: SIGNED_IN, response: ANSWER } },
    async (request, reply) => {
      await present(office, request);
      return send(reply, await describe(office, request));
    },
  );
}

function ownRoutes(plain: FastifyInstance, office: Office): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.put(
    `${URL}/password`,
    {
      schema: {
        summary: '改口令 / Change the password',
        security: SIGNED_IN,
        body: changePasswordShape,
        response: ANSWER,
      },
    },
    async (request, reply) => {
      const session = await present(office, request);
      await changePassword(office, session.tenant, { owner: ownerOf(session, request), ...request.body });
      await endOtherSessions(office, session);
      return send(reply, await describe(office, request));
    },
  );
  app.post(
    `${URL}/totp`,
    {
      schema: {
        summary: '动态口令密钥 / A secret for the authenticator',
        security: SIGNED_IN,
        response: { 200: totpSecretShape },
      },
    },
    async (request, reply) => {
      const session = await present(office, request);
      const owner = ownerOf(session, request);
      const secret = await startTotp(office, session.tenant, { owner, officeName: session.row.office_name });
      return send(reply, secret);
    },
  );
  app.put(
    `${URL}/totp`,
    {
      schema: {
        summary: '启用动态口令 / Turn the authenticator on',
        security: SIGNED_IN,
        body: totpCodeShape,
        response: ANSWER,
      },
    },
    async (request, reply) => {
      const session = await present(office, request);
      await confirmTotp(office, session.tenant, { owner: ownerOf(session, request), code: request.body.code });
      await passTotp(office, session);
      return send(reply, await describe(office, request));
    },
  );
}

async function present(office: Office, request: FastifyRequest): Promise<LiveSession> {
  const session = await liveSession(office, request, { touch: true });
  if (!session) throw notSignedIn();
  return session;
}

async function describe(office: Office, request: FastifyRequest): Promise<SessionJson> {
  return await describeSession(office, await liveSession(office, request, { touch: false }));
}

function ownerOf({ row }: LiveSession, request: FastifyRequest): Owner {
  return { accountId: row.account_id, login: row.login, address: request.ip };
}

function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}

function send(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.header('cache-control', 'no-store').send(body);
}
