/** The draft as a scheme, and everything the checker finds in it: what `kaohe check` finds in the same files. */
import { BONUS_KEY, type Gap, type LeftOut, type SchemeDraft, toScheme } from '@kaohe/clauses';
import { examineFolder, printFolder, readSchemeFolder } from '@kaohe/scheme-files';
import {
  type DocumentPlace,
  type Problem,
  placesAt,
  renderProblem,
  type Scheme,
  type SchemeFinding,
  type Text,
} from '@kaohe/scoring';

/** Where a finding stands: the item and the row in words, and what of the draft leads there. */
export interface FindingPlace {
  readonly words: Text;
  readonly item?: Text;
  readonly key?: string;
}

export interface PlacedFinding extends SchemeFinding {
  readonly places: readonly FindingPlace[];
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
  const placed = (place: DocumentPlace) => placeIn(scheme, place, keys);
  const findings = examined.findings.map((finding) => ({
    ...finding,
    places: placesAt(scheme, finding.at).map(placed),
  }));
  return { ...base, edition: folder.edition, problems: [], findings };
}

type Keys = Readonly<Record<string, string>>;

function placeIn(scheme: Scheme, place: DocumentPlace, keys: Keys): FindingPlace {
  const item = scheme.sheets.flatMap(({ items }) => items).find(({ id }) => id === place.item);
  const key = place.ids.map((id) => keyAt(scheme, id, keys)).find((one) => one !== undefined);
  return {
    words: place.words,
    ...(item && place.kind !== 'item' && { item: { zh: item.name, en: item.nameEn } }),
    ...(key !== undefined && { key }),
  };
}

/** A sentence by itself, a row or an item by its first; a veto, a grade and the bonus by their place in the queue. */
function keyAt({ sheets, vetoes, gradeBands, bonus }: Scheme, id: string, keys: Keys): string | undefined {
  const rows = sheets.flatMap(({ items }) => items).flatMap((item) => item.rows.map((row) => ({ item, row })));
  const first = rows.find(({ item, row }) => item.id === id || row.id === id)?.row.clauses[0];
  if (first) return keys[first.id];
  if (keys[id] !== undefined) return keys[id];
  const veto = vetoes.find((one) => one.id === id);
  if (veto) return `veto-${veto.id.slice(1)}`;
  const band = gradeBands.findIndex(({ grade }) => grade === id);
  if (band >= 0) return `band-${band + 1}`;
  return id === 'bonus' || bonus.kinds.some(({ kind }) => kind === id) ? BONUS_KEY : undefined;
}

const told = (problem: Problem): Text => renderProblem(problem);
