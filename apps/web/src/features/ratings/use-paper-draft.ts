/** What a clerk types from one paper form and its scan: kept in this browser until the server has it. */
import type { RatingFormJson } from '@kaohe/api-contract';
import { useEffect } from 'react';
import type { Upload } from '../../shared/evidence/uploads';
import { type DraftPlace, readDraft, useDraft } from '../../shared/office/draft';
import { useActing } from '../../shared/office/session';
import type { Typed } from './marks';

/** With the version of the form it was typed over. */
interface Kept {
  readonly typed: Typed;
  readonly scan: string | undefined;
  readonly base: number;
}

interface PaperDraft {
  readonly typed: Typed;
  readonly scan: string | undefined;
  readonly type: (unit: string, text: string) => void;
  /** Forgets it: the server has it. */
  readonly settle: () => void;
}

function placeOf(login: string, year: string, { form, rater }: RatingFormJson): DraftPlace {
  return { login, noun: 'paper-rating', id: `${year}/${form}/${rater}` };
}

/** Whether something was typed over the form as it is. */
export function hasPaperDraft(login: string, year: string, loaded: RatingFormJson): boolean {
  return readDraft<Kept>(placeOf(login, year, loaded))?.base === loaded.version;
}

export function usePaperDraft(year: string, loaded: RatingFormJson, items: readonly Upload[]): PaperDraft {
  const { login } = useActing();
  const [draft, setDraft] = useDraft<Kept>(placeOf(login, year, loaded));
  const { version } = loaded;
  // What was typed over another version is about a form that somebody has entered since.
  const kept = draft?.base === version ? draft : undefined;
  const typed = kept?.typed ?? loaded.marks;
  const scan = kept?.scan ?? loaded.scan ?? undefined;
  const arrived = arrivedScan(items);
  useEffect(() => {
    if (arrived !== undefined && arrived !== scan) setDraft({ typed, scan: arrived, base: version });
  }, [arrived, scan, setDraft, typed, version]);
  return {
    typed,
    scan,
    type: (unit, text) => setDraft({ typed: { ...typed, [unit]: text }, scan, base: version }),
    settle: () => setDraft(undefined),
  };
}

/** The last scan chosen for the form that has arrived. */
function arrivedScan(items: readonly Upload[]): string | undefined {
  return items.reduce<string | undefined>(
    (last, { progress }) => (progress.state === 'done' ? progress.evidence.id : last),
    undefined,
  );
}
