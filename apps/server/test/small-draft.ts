/** A small document of an office's own, and the draft made of it: as it was read, or settled so far that it can be issued. */
import { findingMark, importDocument, type SchemeDraft, startDraft, stateOf, toScheme } from '@kaohe/clauses';
import { examineFolder, printFolder, readSchemeFolder } from '@kaohe/scheme-files';

export const SOURCE = `河东市2024年度安全生产考核细则（总分20分）
一、日常检查（12分）
1．每月检查不少于2次，少1次扣0.5分；未建立台账的扣1分。
2．隐患整改率低于90%的扣2分，每低1个百分点再扣0.2分。
二、宣传教育（8分）
3．未开展“安全生产月”活动的扣3分。
`;

export const STARTED: SchemeDraft = startDraft(importDocument(SOURCE), SOURCE);

/** Everything confirmed as it was read; what is not whole is left out. */
export function confirmed(id: string): SchemeDraft {
  const settle = (clause: SchemeDraft['items'][number]['clauses'][number]) => {
    const accepted = { ...clause, decision: 'accepted' as const };
    return stateOf(accepted).kind === 'open' ? { ...clause, decision: 'left-out' as const } : accepted;
  };
  return {
    ...STARTED,
    head: { ...STARTED.head, id },
    classes: ['district'],
    units: [{ name: '东区', class: 'district' }],
    items: STARTED.items.map((item) => ({ ...item, clauses: item.clauses.map(settle) })),
  };
}

/** The same, with every defect seen that the checker finds. */
export function issuable(id: string): SchemeDraft {
  const body = confirmed(id);
  const folder = readSchemeFolder(printFolder(toScheme(body, SOURCE).files, SOURCE));
  const examined = 'problems' in folder ? folder : examineFolder(folder);
  if ('problems' in examined) throw new Error('the scheme has problems');
  return { ...body, seen: examined.findings.map(findingMark) };
}
