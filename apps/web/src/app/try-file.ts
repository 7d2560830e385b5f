/** A file as it is chosen or dropped: parsed and scored once, or every reason why it cannot be used. */
import { assessTree } from '@kaohe/scheme-files';
import type { QueryClient } from '@tanstack/react-query';
import {
  type FactsFile,
  type LocatedProblem,
  locateProblems,
  parseFacts,
  schemeOf,
} from '../shared/assessment/facts-file';
import { type Demonstration, schemeRequest } from '../shared/assessment/requests';
import { readSchemes } from './use-schemes';

export interface RefusedFile {
  readonly name: string;
  readonly problems: readonly LocatedProblem[];
}

export interface TakenFile {
  readonly file: FactsFile;
  readonly text: string;
  readonly scheme: string;
}

/** The demonstration the server keeps, as facts. */
export function demonstrationFile({ file, date, text }: Demonstration): FactsFile | { problems: LocatedProblem[] } {
  const parsed = parseFacts(file, new TextEncoder().encode(text));
  if ('problems' in parsed) return { problems: locateProblems(parsed.problems, parsed.locate) };
  return { ...parsed, origin: 'demonstration', asOn: date };
}

/** The file with the scheme it names, or the one given where it names none; the problems where it cannot be used. */
export async function tryFile(client: QueryClient, file: File, fallback: string): Promise<TakenFile | RefusedFile> {
  return tried(client, file, fallback).catch(({ message }: Error) => ({
    name: file.name,
    problems: [{ message: { zh: `读取失败：${message}`, en: `Could not be read: ${message}` } }],
  }));
}

async function tried(client: QueryClient, file: File, fallback: string): Promise<TakenFile | RefusedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parsed = parseFacts(file.name, bytes);
  if ('problems' in parsed) return { name: file.name, problems: locateProblems(parsed.problems, parsed.locate) };
  const schemes = await readSchemes(client);
  const named = schemeOf(parsed);
  const place = schemes.find(({ id }) => id === named) ?? schemes.find(({ id }) => id === fallback);
  const scheme = place?.id ?? fallback;
  const folder = await client.fetchQuery(schemeRequest(place ?? { id: scheme }));
  const assessed = assessTree(folder, parsed.tree);
  if ('problems' in assessed) return { name: file.name, problems: locateProblems(assessed.problems, parsed.locate) };
  return { file: parsed, text: new TextDecoder().decode(bytes), scheme };
}
