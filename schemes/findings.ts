/** What the checker finds in an issued document, for the tests of this directory. */
import { examineFolder } from '@kaohe/scheme-files';
import type { SchemeFinding } from '@kaohe/scoring';
import { getFolder } from './folder.js';

export function examined(scheme: string): readonly SchemeFinding[] {
  const folder = examineFolder(getFolder(scheme));
  if ('problems' in folder) throw new Error(JSON.stringify(folder.problems));
  return folder.findings;
}

/** Code and place; `!` where a counterexample was computed; many places as the first ones and how many there are. */
export function line({ code, at, counterexample }: SchemeFinding): string {
  const place = at.length > 8 ? `${at.slice(0, 2).join(' ')} … ${at.length}` : at.join(' ');
  return `${code} ${place}${counterexample ? ' !' : ''}`;
}
