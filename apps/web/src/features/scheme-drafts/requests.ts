/** What the pages of drafts ask of the server. */
import type { SchemeDraftJson, SchemeDraftSummary } from '@kaohe/api-contract';
import { importDocument, plainText, type SchemeDraft, startDraft } from '@kaohe/clauses';
import { request, requestAll } from '../../shared/office/client';
import { base64Of } from '../setup/workbook-file';

export interface LoadedDraft extends SchemeDraftSummary {
  readonly source: string;
  readonly body: SchemeDraft;
}

export const draftsRequest = {
  queryKey: ['scheme-drafts'],
  queryFn: () => requestAll<'drafts', SchemeDraftSummary>('/api/scheme-drafts', 'drafts'),
  staleTime: 0,
};

export function draftRequest(draft: string) {
  return {
    queryKey: ['scheme-drafts', draft],
    queryFn: async () => {
      const read = await request<SchemeDraftJson>('GET', `/api/scheme-drafts/${encodeURIComponent(draft)}`);
      return { ...read, body: read.body as SchemeDraft } satisfies LoadedDraft;
    },
    // What is typed is newer than what the server has: read once for each opening of the page.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  };
}

/** The text of a file: read by the server, within its limits. */
export async function textOfFile(file: File): Promise<string> {
  const { text } = await request<{ text: string }>('POST', '/api/document-text', {
    body: { file: await base64Of(file) },
  });
  return text;
}

/** A draft of what a text says; the page reads it, so that everything after is immediate. */
export async function createDraft(fileName: string, text: string): Promise<string> {
  const source = plainText(text).slice(0, 200_000);
  return await copyDraft({ fileName, source, body: startDraft(importDocument(source), source) });
}

export async function copyDraft(body: Pick<LoadedDraft, 'fileName' | 'source' | 'body'>): Promise<string> {
  const { draft } = await request<SchemeDraftSummary>('POST', '/api/scheme-drafts', { body });
  return draft;
}

/** Deletes the version the list shows; the log keeps the reason. */
export async function deleteDraft({ draft, version }: SchemeDraftSummary, reason: string): Promise<void> {
  const url = `/api/scheme-drafts/${encodeURIComponent(draft)}/delete`;
  await request<{ deleted: true }>('POST', url, { body: { reason }, ifMatch: version });
}
