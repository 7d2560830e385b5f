/** The sentences outside the sheets’ rows, as coverage.yaml lists them. */
import { isRawObject } from '../../observations/raw-tree.js';
import type { Scene } from './scene.js';

export interface Outside {
  readonly text: string;
  /** The last word of what it covers: the id of a form, a part, a band. */
  readonly covers?: string;
  /** Why it does not score; absent where it is a rule or a reading. */
  readonly notScoring?: string;
}

export function outsideSentences({ examined }: Scene): Outside[] {
  const listed = Array.isArray(examined.coverage) ? examined.coverage : [];
  return listed.filter(isRawObject).map((entry) => ({
    text: String(entry.text ?? ''),
    ...(typeof entry.covers === 'string' && { covers: entry.covers.split(/[\s,]+/).pop() ?? '' }),
    ...(typeof entry.notScoring === 'string' && { notScoring: entry.notScoring }),
  }));
}
