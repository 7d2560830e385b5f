/** The files chosen in this tab, kept by the browser until the tab is closed: a reload shows the same. Nothing is sent. */

import { type FactsFile, parseFacts } from '../shared/assessment/facts-file';

/** By the document they are scored under. */
export type OwnFacts = Readonly<Record<string, FactsFile>>;

const PREFIX = 'kaohe.facts.';

interface Kept {
  readonly name: string;
  readonly text: string;
  readonly origin: FactsFile['origin'];
}

/** False where the browser keeps nothing or not as much: then a reload loses the file, and the page says so. */
export function keepFacts(scheme: string, kept: Kept): boolean {
  try {
    window.sessionStorage.setItem(`${PREFIX}${scheme}`, JSON.stringify(kept));
    return true;
  } catch {
    forgetFacts(scheme);
    return false;
  }
}

export function forgetFacts(scheme: string): void {
  try {
    window.sessionStorage.removeItem(`${PREFIX}${scheme}`);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What was kept before the page was loaded again; what cannot be read any more is left out. */
export function keptFacts(): OwnFacts {
  try {
    const keys = Object.keys(window.sessionStorage).filter((key) => key.startsWith(PREFIX));
    const files = keys.flatMap((key) => {
      const file = readKept(window.sessionStorage.getItem(key) ?? '');
      return file ? [[key.slice(PREFIX.length), file] as const] : [];
    });
    return Object.fromEntries(files);
  } catch {
    return {};
  }
}

function readKept(text: string): FactsFile | undefined {
  const kept = JSON.parse(text) as Kept;
  const parsed = parseFacts(kept.name, new TextEncoder().encode(kept.text));
  return 'problems' in parsed ? undefined : { ...parsed, origin: kept.origin, kept: true };
}
