/** Findings put together: by what was found, or by where it stands. */
import type { Scheme } from '../../scheme/scheme.js';
import { type Text, text } from '../../wording/text.js';
import type { FindingSeverity, SchemeFinding } from './finding.js';
import { FINDING_KINDS } from './kinds.js';
import { placesAt, sheetWords } from './places.js';

export interface FindingGroup<Finding extends SchemeFinding> {
  /** Names the group among those of its kind: `defect.rounding-stage`, `risk.county/i8`. */
  readonly name: string;
  readonly severity: FindingSeverity;
  readonly title: Text;
  readonly findings: readonly Finding[];
}

export const FINDING_SEVERITIES = ['defect', 'risk', 'note'] as const;

/** One group a code, the worse severity first, in the order of the checks. */
export function groupByKind<Finding extends SchemeFinding>(findings: readonly Finding[]): FindingGroup<Finding>[] {
  return grouped(findings, ({ code }) => ({ key: code, title: FINDING_KINDS[code] }));
}

/** One group an item of a sheet, in the order of the document; what stands outside the items comes after. */
export function groupByPlace<Finding extends SchemeFinding>(
  findings: readonly Finding[],
  scheme: Scheme,
): FindingGroup<Finding>[] {
  const items = scheme.sheets.flatMap((sheet) =>
    sheet.items.map(({ id, name, nameEn }) => ({ key: id, title: titleIn(sheetWords(sheet), text(name, nameEn)) })),
  );
  const elsewhere = { key: 'elsewhere', title: text('各大项以外', 'Outside the items') };
  const order = new Map([...items, elsewhere].map(({ key }, index) => [key, index]));
  const placed = (finding: Finding) => {
    const [first] = placesAt(scheme, finding.at);
    return items.find(({ key }) => key === first?.item) ?? elsewhere;
  };
  const rank = (finding: Finding) => order.get(placed(finding).key) ?? 0;
  return grouped(
    [...findings].sort((a, b) => rank(a) - rank(b)),
    placed,
  );
}

function titleIn(sheet: Text, item: Text): Text {
  return text(`${sheet.zh} ${item.zh}`, `${sheet.en}: ${item.en}`);
}

interface Key {
  readonly key: string;
  readonly title: Text;
}

function grouped<Finding extends SchemeFinding>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => Key,
): FindingGroup<Finding>[] {
  return FINDING_SEVERITIES.flatMap((severity) => {
    const own = findings.filter((one) => one.severity === severity);
    const keys = new Map(own.map(keyOf).map((one) => [one.key, one.title]));
    return [...keys].map(([key, title]) => ({
      name: `${severity}.${key}`,
      severity,
      title,
      findings: own.filter((one) => keyOf(one).key === key),
    }));
  });
}
