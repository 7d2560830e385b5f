/** Importing a document, drafts of schemes, and issuing them, over HTTP. */
import {
  deletedSchemeDraftShape,
  documentSentShape,
  documentTextShape,
  draftKeyShape,
  newSchemeDraftShape,
  pageQueryShape,
  savedSchemeDraftShape,
  schemeDraftGoneShape,
  schemeDraftJsonShape,
  schemeDraftListShape,
  schemeDraftSummaryShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { draftFolder, issueDraft } from './issue.js';
import { createDraft, deleteDraft, draftJson, draftOf, listDrafts, saveDraft, textOfDocument } from './service.js';

const DRAFTS = '/api/scheme-drafts';
/** A document of 6 MB in base64. */
const MOST_OF_FILE = 9 * 1024 * 1024;
const MOST_OF_DRAFT = 6 * 1024 * 1024;

export function draftRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'document.read',
    method: 'POST',
    url: '/api/document-text',
    summary: '读出考核文件的文字（.docx、.xlsx、.pdf、.txt） / The text of a document',
    bodyLimit: MOST_OF_FILE,
    shapes: { body: documentSentShape, answer: documentTextShape },
    work: async (_work, { body }) => await textOfDocument(body.file),
  });
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: DRAFTS,
    summary: '方案草稿 / Drafts of schemes',
    shapes: { query: pageQueryShape, answer: schemeDraftListShape },
    work: async (work, { query }) => await listDrafts(work, query),
  });
  actRoute(app, office, {
    act: 'scheme.write',
    method: 'POST',
    url: DRAFTS,
    summary: '用一份文件的文字起一份草稿 / A draft from the text of a document',
    bodyLimit: MOST_OF_DRAFT,
    shapes: { body: newSchemeDraftShape, answer: schemeDraftSummaryShape },
    work: async (work, { body }) => await createDraft(work, body),
  });
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: `${DRAFTS}/:draft`,
    summary: '一份草稿，带文件的文字 / A draft with the text of its document',
    shapes: { params: draftKeyShape, answer: schemeDraftJsonShape },
    work: async (work, { params }) => draftJson(await draftOf(work, params.draft)),
  });
  actRoute(app, office, {
    act: 'scheme.write',
    method: 'PUT',
    url: `${DRAFTS}/:draft`,
    summary: '保存草稿；别人改过的，两个版本都在回答里 / Save a draft; where somebody changed it, both are answered',
    bodyLimit: MOST_OF_DRAFT,
    shapes: { params: draftKeyShape, body: savedSchemeDraftShape, answer: schemeDraftSummaryShape },
    work: async (work, { params, body }) => await saveDraft(work, params.draft, body),
  });
  actRoute(app, office, {
    act: 'scheme.delete',
    method: 'POST',
    url: `${DRAFTS}/:draft/delete`,
    summary: '删除没有下发的草稿，理由记入日志 / Delete a draft that is not issued; the log keeps the reason',
    shapes: { params: draftKeyShape, body: deletedSchemeDraftShape, answer: schemeDraftGoneShape },
    work: async (work, { params, body }) => await deleteDraft(work, params.draft, body.reason),
  });
  actRoute(app, office, {
    act: 'scheme.issue',
    method: 'POST',
    url: `${DRAFTS}/:draft/issue`,
    summary: '下发：内容定下来，按内容取散列值 / Issue: frozen, named by the hash of its content',
    shapes: { params: draftKeyShape, answer: schemeDraftSummaryShape },
    work: async (work, { params }) => await issueDraft(work, params.draft),
  });
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: `${DRAFTS}/:draft/folder`,
    summary: '方案文件（zip，kaohe check 可读） / The scheme folder as a zip archive',
    shapes: { params: draftKeyShape, answer: 'file', media: ['application/zip'] },
    work: async (work, { params }) => await draftFolder(work, params.draft),
  });
}
