/** The facts in use: the demonstration until a good file takes its place; a file with problems takes nothing's place. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { readReadings } from '../shared/address/search';
import { useAddress } from '../shared/address/use-address';
import type { AssessmentInUse } from '../shared/assessment/assessment';
import {
  assessFacts,
  type FactsFile,
  type LocatedProblem,
  locateProblems,
  parseFacts,
  schemeOf,
} from '../shared/assessment/facts-file';
import { type Demonstration, demonstrationRequest, schemeRequest, schemesRequest } from '../shared/assessment/requests';

export interface RefusedFile {
  readonly name: string;
  readonly problems: readonly LocatedProblem[];
}

interface OwnFile {
  readonly file: FactsFile;
  readonly scheme: string;
}

export interface FactsState {
  readonly inUse: AssessmentInUse | undefined;
  /** Why there is nothing to show. */
  readonly failure: Error | undefined;
  /** The last file that was not taken. */
  readonly refused: RefusedFile | undefined;
  readonly take: (file: File) => Promise<void>;
  readonly restore: () => void;
  readonly dismiss: () => void;
  readonly retry: () => void;
}

function demonstrationFile({ file, date, text }: Demonstration): FactsFile | { problems: readonly LocatedProblem[] } {
  const parsed = parseFacts(file, new TextEncoder().encode(text));
  if ('problems' in parsed) return { problems: locateProblems(parsed.problems, parsed.locate) };
  return { ...parsed, demonstrationOn: date };
}

/** Parses and scores a dropped file; the problems where it cannot be used. */
async function tryFile(client: QueryClient, file: File, fallback: string): Promise<OwnFile | RefusedFile> {
  const parsed = parseFacts(file.name, new Uint8Array(await file.arrayBuffer()));
  if ('problems' in parsed) return { name: file.name, problems: locateProblems(parsed.problems, parsed.locate) };
  const schemes = await client.fetchQuery(schemesRequest);
  const named = schemeOf(parsed);
  const scheme = schemes.some(({ id }) => id === named) && named ? named : fallback;
  const folder = await client.fetchQuery(schemeRequest(scheme));
  const assessed = assessFacts(folder, parsed, {});
  if ('problems' in assessed) return { name: file.name, problems: locateProblems(assessed.problems, parsed.locate) };
  return { file: parsed, scheme };
}

export function useFacts(): FactsState {
  const { readings } = useAddress();
  const client = useQueryClient();
  const demonstration = useQuery(demonstrationRequest);
  const [own, setOwn] = useState<OwnFile>();
  const [refused, setRefused] = useState<RefusedFile>();
  const fallback = demonstration.data?.scheme ?? '';
  const scheme = own?.scheme ?? fallback;
  const folder = useQuery({ ...schemeRequest(scheme), enabled: scheme !== '' });
  const used = useMemo(
    () => own?.file ?? (demonstration.data && demonstrationFile(demonstration.data)),
    [own, demonstration.data],
  );
  const outcome = useMemo(() => {
    if (!used || !folder.data) return undefined;
    if ('problems' in used) return { failure: failureOf(used.problems) };
    const assessment = assessFacts(folder.data, used, readReadings(readings));
    if ('problems' in assessment) return { failure: failureOf(locateProblems(assessment.problems, used.locate)) };
    return { inUse: { folder: folder.data, assessment, facts: used } };
  }, [used, folder.data, readings]);
  const take = useCallback(
    async (file: File) => {
      const tried = await tryFile(client, file, fallback).catch((error: Error) => unread(file.name, error));
      if ('problems' in tried) return setRefused(tried);
      setOwn(tried);
      setRefused(undefined);
    },
    [client, fallback],
  );
  return {
    inUse: outcome?.inUse,
    failure: demonstration.error ?? folder.error ?? outcome?.failure,
    refused,
    take,
    restore: () => {
      setOwn(undefined);
      setRefused(undefined);
    },
    dismiss: () => setRefused(undefined),
    retry: () => void client.refetchQueries(),
  };
}

/** A file that could not be read at all, or whose scheme could not be fetched. */
function unread(name: string, { message }: Error): RefusedFile {
  return { name, problems: [{ message: { zh: `读取失败：${message}`, en: `Could not be read: ${message}` } }] };
}

function failureOf(problems: readonly LocatedProblem[]): Error {
  return new Error(problems.map(({ message }) => `${message.zh} ${message.en}`).join('\n'));
}
