/**
 * The facts in use: the office's own year for whoever may see all of it, the demonstration for everybody else, until a good file
 * takes its place; a file with problems takes nothing's place.
 */
import { assessTree, type SchemeFolder } from '@kaohe/scheme-files';
import type { ReadingChoice } from '@kaohe/scoring';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { readReadings } from '../shared/address/search';
import { useAddress } from '../shared/address/use-address';
import type { AssessmentInUse, FactsActions } from '../shared/assessment/assessment';
import {
  type FactsFile,
  type LocatedProblem,
  locateProblems,
  noFacts,
  underReadings,
} from '../shared/assessment/facts-file';
import { schemeRequest } from '../shared/assessment/requests';
import { type Change, withChanges } from '../shared/assessment/trial';
import { demonstrationFile, type RefusedFile, type TakenFile, tryFile } from './try-file';
import { useOfficeYear } from './use-office-year';
import { useOwnFacts } from './use-own-facts';
import { type SchemeInUse, useScheme } from './use-scheme';

export interface FactsState {
  readonly inUse: AssessmentInUse | undefined;
  readonly scheme: SchemeInUse;
  /** Whether a file was chosen for the document in use. */
  readonly hasOwn: boolean;
  /** What is shown when that file is put away. */
  readonly behind: 'office' | 'demonstration' | 'none';
  /** Whether somebody is signed in, who has pages of their own. */
  readonly signedIn: boolean;
  /** Why there is nothing to show. */
  readonly failure: Error | undefined;
  /** The last file that was not taken. */
  readonly refused: RefusedFile | undefined;
  readonly actions: FactsActions;
  readonly take: (file: File) => Promise<void>;
  readonly restore: () => void;
  readonly dismiss: () => void;
  readonly retry: () => void;
}

/** What is being tried, and on which facts: other facts leave it behind. */
interface Trying {
  readonly on: FactsFile;
  readonly changes: readonly Change[];
}

export function useFacts(): FactsState {
  const { readings } = useAddress();
  const client = useQueryClient();
  const office = useOfficeYear();
  const scheme = useScheme(office.year);
  const { own, put: putOwn, remove } = useOwnFacts();
  const [trying, setTrying] = useState<Trying>();
  const [refused, setRefused] = useState<RefusedFile>();
  const { id, own: isOwn, demonstration } = scheme;
  const folder = useQuery({ ...schemeRequest(scheme), enabled: id !== '' });
  const ofOffice = office.year?.scheme === id;
  const used = useMemo(() => {
    if (own[id] || ofOffice) return own[id] ?? office.file;
    return demonstration?.scheme === id ? demonstrationFile(demonstration) : noFacts(id);
  }, [own, id, demonstration, ofOffice, office.file]);
  const outcome = useMemo(() => {
    if (!folder.data || !used) return undefined;
    if ('problems' in used) return { failure: failureOf(used.problems) };
    const changes = trying?.on === used ? trying.changes : [];
    const assessed = assessInUse(folder.data, used, { asked: readReadings(readings), changes });
    return 'inUse' in assessed ? { inUse: { ...assessed.inUse, own: isOwn } } : assessed;
  }, [used, folder.data, readings, trying, isOwn]);
  const { open } = scheme;
  const put = useCallback(
    ({ file, text, scheme: target }: TakenFile) => {
      putOwn(target, file, text);
      setRefused(undefined);
      if (target !== id) open(target);
    },
    [id, open, putOwn],
  );
  const take = useCallback(
    async (file: File) => {
      const tried = await tryFile(client, file, id);
      if ('problems' in tried) setRefused(tried);
      else put(tried);
    },
    [client, id, put],
  );
  const actions = useMemo(
    (): FactsActions => ({
      load: (name, tree) =>
        put({ file: { name, tree, origin: 'example' }, text: JSON.stringify(tree, null, 2), scheme: id }),
      tryOut: (changes) => used && !('problems' in used) && setTrying({ on: used, changes }),
    }),
    [put, id, used],
  );
  return {
    inUse: outcome && 'inUse' in outcome ? outcome.inUse : undefined,
    scheme,
    hasOwn: own[id] !== undefined,
    behind: ofOffice ? 'office' : demonstration?.scheme === id ? 'demonstration' : 'none',
    signedIn: office.signedIn,
    failure:
      scheme.failure ??
      folder.error ??
      office.failure ??
      (outcome && 'failure' in outcome ? outcome.failure : undefined),
    refused,
    actions,
    take,
    restore: () => {
      remove(id);
      setRefused(undefined);
    },
    dismiss: () => setRefused(undefined),
    retry: () => void client.refetchQueries(),
  };
}

interface Asked {
  readonly asked: ReadingChoice;
  readonly changes: readonly Change[];
}

/** The facts scored, and scored once more with what is being tried; what cannot be scored is not tried. */
function assessInUse(
  folder: SchemeFolder,
  { tree: stated, locate, name, origin, asOn, kept }: FactsFile,
  { asked, changes }: Asked,
): { readonly inUse: AssessmentInUse } | { readonly failure: Error } {
  const tree = underReadings(folder, stated, asked);
  const before = assessTree(folder, tree);
  if ('problems' in before) return { failure: failureOf(locateProblems(before.problems, locate)) };
  const facts = { name, origin, asOn, kept };
  const changed = withChanges(before.program.scheme, tree, changes);
  const after = changes.length > 0 ? assessTree(folder, changed) : before;
  if (after === before || 'problems' in after)
    return { inUse: { folder, assessment: before, facts: { ...facts, tree } } };
  return { inUse: { folder, assessment: after, facts: { ...facts, tree: changed }, trial: { changes, before } } };
}

function failureOf(problems: readonly LocatedProblem[]): Error {
  return new Error(problems.map(({ message }) => `${message.zh} ${message.en}`).join('\n'));
}
