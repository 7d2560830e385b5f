/** The draft as a scheme, and everything the checker finds in it: what `kaohe check` finds in the same files. */
import { type Gap, type LeftOut, type SchemeDraft, toScheme } from '@kaohe/clauses';
import { examineFolder, printFolder, readSchemeFolder } from '@kaohe/scheme-files';
import { type Problem, placesAt, renderProblem, type SchemeFinding, type Text } from '@kaohe/scoring';

export interface PlacedFinding extends SchemeFinding {
  readonly places: readonly { readonly words: Text; readonly ids: readonly string[] }[];
}

export interface DraftCheck {
  readonly edition: string;
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly LeftOut[];
  /** The clause of the draft by its id in the scheme. */
  readonly keys: Readonly<Record<string, string>>;
  /** Why it cannot score; empty where it can. */
  readonly problems: readonly Text[];
  readonly findings: readonly PlacedFinding[];
}

export interface Checked {
  readonly draft: SchemeDraft;
  readonly source: string;
}

export function checkDraft({ draft, source }: Checked): DraftCheck {
  const { files, gaps, leftOut, ids } = toScheme(draft, source);
  const keys = Object.fromEntries(Object.entries(ids).map(([key, id]) => [id, key]));
  const folder = readSchemeFolder(printFolder(files, source));
  const base = { gaps, leftOut, keys, findings: [], edition: '' };
  if ('problems' in folder) return { ...base, problems: folder.problems.map(told) };
  const examined = examineFolder(folder);
  if ('problems' in examined) return { ...base, edition: folder.edition, problems: examined.problems.map(told) };
  const { scheme } = examined.program;
  const findings = examined.findings.map((finding) => ({ ...finding, places: placesAt(scheme, finding.at) }));
  return { ...base, edition: folder.edition, problems: [], findings };
}

const told = (problem: Problem): Text => renderProblem(problem);
