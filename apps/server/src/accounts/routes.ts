/** Accounts and grants over HTTP. */
import {
  accountChangeShape,
  accountImportShape,
  accountListShape,
  accountParamsShape,
  accountShape,
  accountsImportedShape,
  grantImportShape,
  grantListShape,
  grantParamsShape,
  grantShape,
  grantsImportedShape,
  newAccountShape,
  newGrantShape,
  pageQueryShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { giveGrant, listGrants, revokeGrant } from './grants.js';
import { importAccounts, importGrants } from './import.js';
import { changeAccount, createAccount, endSessions, listAccounts } from './service.js';

export function accountRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'account.list',
    method: 'GET',
    url: '/api/accounts',
    summary: '账号列表 / The accounts',
    shapes: { query: pageQueryShape, answer: accountListShape },
    work: async (work, { query }) => await listAccounts(work, query),
  });
  actRoute(app, office, {
    act: 'account.create',
    method: 'POST',
    url: '/api/accounts',
    summary: '新建账号 / Create an account',
    shapes: { body: newAccountShape, answer: accountShape },
    work: async (work, { body }) => await createAccount(work, body),
  });
  actRoute(app, office, {
    act: 'account.change',
    method: 'PATCH',
    url: '/api/accounts/:account',
    summary: '停用、启用、解锁、重置 / Disable, enable, unlock, reset',
    shapes: { params: accountParamsShape, body: accountChangeShape, answer: accountShape },
    work: async (work, { params, body }) => await changeAccount(work, { accountId: params.account, wanted: body }),
  });
  actRoute(app, office, {
    act: 'account.sign-out',
    method: 'DELETE',
    url: '/api/accounts/:account/sessions',
    summary: '注销全部会话 / End every session',
    shapes: { params: accountParamsShape, answer: accountShape },
    work: async (work, { params }) => await endSessions(work, params.account),
  });
  grantRoutes(app, office);
  importRoutes(app, office);
}

/** A workbook of 4 MB in base64. */
const MOST_BYTES = 6 * 1024 * 1024;

function importRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'account.create',
    method: 'POST',
    url: '/api/accounts/import',
    summary: '按人员表建账号，不授权 / Accounts for the people of a workbook, without roles',
    bodyLimit: MOST_BYTES,
    shapes: { body: accountImportShape, answer: accountsImportedShape },
    work: async (work, { body }) => await importAccounts(work, body),
  });
  actRoute(app, office, {
    act: 'grant.give',
    method: 'POST',
    url: '/api/grants/import',
    summary: '按人员表授权 / The roles of the people of a workbook',
    bodyLimit: MOST_BYTES,
    shapes: { body: grantImportShape, answer: grantsImportedShape },
    work: async (work, { body }) => await importGrants(work, body),
  });
}

function grantRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'grant.list',
    method: 'GET',
    url: '/api/grants',
    summary: '授权列表 / The grants',
    shapes: { query: pageQueryShape, answer: grantListShape },
    work: async (work, { query }) => await listGrants(work, query),
  });
  actRoute(app, office, {
    act: 'grant.give',
    method: 'POST',
    url: '/api/grants',
    summary: '授予角色 / Give a role',
    shapes: { body: newGrantShape, answer: grantShape },
    work: async (work, { body }) => await giveGrant(work, body),
  });
  actRoute(app, office, {
    act: 'grant.revoke',
    method: 'DELETE',
    url: '/api/grants/:grant',
    summary: '撤销角色 / Revoke a role',
    shapes: { params: grantParamsShape, answer: grantShape },
    work: async (work, { params }) => await revokeGrant(work, params.grant),
  });
}
