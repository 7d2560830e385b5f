/** Findings of the checker a person has seen: what stands in the document itself cannot be mended, only known. */
import type { SchemeFinding } from '@kaohe/scoring';

/** Names a finding as long as the document says the same. */
export function findingMark({ code, quote, at }: Pick<SchemeFinding, 'code' | 'quote' | 'at'>): string {
  return `${code} ${quote ?? at.join(' ')}`.slice(0, 500);
}

/** Defects nobody has said to have seen: they keep a scheme from being issued. */
export function unseenDefects(findings: readonly SchemeFinding[], seen: readonly string[]): SchemeFinding[] {
  const known = new Set(seen);
  return findings.filter((finding) => finding.severity === 'defect' && !known.has(findingMark(finding)));
}
