/** The checker's findings of the scheme in use, worked out once for each edition. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { SchemeFinding } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { useAssessment } from '../../shared/assessment/assessment';
import { fetchSource } from '../../shared/assessment/requests';

/** A finding with the name it has in the address: its code, and which of that code it is. */
export interface NamedFinding extends SchemeFinding {
  readonly name: string;
}

export interface Findings {
  /** Undefined while they are being worked out. */
  readonly findings: readonly NamedFinding[] | undefined;
  readonly failure: Error | undefined;
}

export function useFindings(): Findings {
  const { folder, own } = useAssessment();
  const { data, error } = useQuery({
    queryKey: ['findings', folder.edition],
    queryFn: async () => examineBeside({ ...folder, source: await fetchSource({ id: folder.id, own }) }),
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { findings: data, failure: error ?? undefined };
}

function examineBeside(folder: SchemeFolder): Promise<NamedFinding[]> {
  const worker = new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' });
  const found = new Promise<readonly SchemeFinding[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly SchemeFinding[]>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(folder);
  });
  return found.then(named).finally(() => worker.terminate());
}

function named(findings: readonly SchemeFinding[]): NamedFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    return { ...finding, name: `${finding.code}.${count}` };
  });
}
