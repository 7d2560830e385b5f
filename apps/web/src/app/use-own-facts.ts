/** Facts that stand in the place of the demonstration, each under its document. */
import { useCallback, useState } from 'react';
import type { FactsFile } from '../shared/assessment/facts-file';
import { forgetFacts, keepFacts, keptFacts, type OwnFacts } from './kept-facts';

export interface OwnFactsInUse {
  readonly own: OwnFacts;
  /** `text` is what the file is read from again after a reload. */
  readonly put: (scheme: string, file: FactsFile, text: string) => void;
  readonly remove: (scheme: string) => void;
}

export function useOwnFacts(): OwnFactsInUse {
  const [own, setOwn] = useState(keptFacts);
  const put = useCallback((scheme: string, file: FactsFile, text: string) => {
    const kept = keepFacts(scheme, { name: file.name, text, origin: file.origin });
    setOwn((before) => ({ ...before, [scheme]: { ...file, kept } }));
  }, []);
  const remove = useCallback((scheme: string) => {
    forgetFacts(scheme);
    setOwn(({ [scheme]: _, ...others }) => others);
  }, []);
  return { own, put, remove };
}
