/** What changed since a report was last signed: row by row in words of points, the score, and the parts of the text. */
import { isDeepStrictEqual } from 'node:util';
import type { ReportDifference } from '@kaohe/api-contract';
import type { LostJson } from '@kaohe/scoring';
import type { SignatureRow, SignedRow, SignedScore, StoredBody } from './repo.js';
import type { ReportScore } from './score.js';

export function differenceOf(
  signed: SignatureRow,
  now: {
    readonly score: ReportScore;
    readonly body: StoredBody;
    readonly clausesOf: (row: string) => readonly string[];
  },
): ReportDifference {
  const rows = [...new Set([...signed.rows, ...now.score.rows].map(({ row }) => row))];
  const find = (list: readonly SignedRow[], row: string) => list.find((one) => one.row === row);
  const changed = rows.filter(
    (row) => !isDeepStrictEqual(content(find(signed.rows, row)), content(find(now.score.rows, row))),
  );
  const texts = (['narrative', 'problems', 'suggestions'] as const).filter(
    (part) => !isDeepStrictEqual(signed.body[part], now.body[part]),
  );
  return {
    signedAt: signed.signed_at.toISOString(),
    signedBy: signed.signed_by,
    score: [signed.score.sheetScore, now.score.score.sheetScore],
    rows: changed.map((row) => ({
      row,
      changedBy: now.score.rows.find((one) => one.row === row)?.changedBy ?? '',
      before: rowWords(find(signed.rows, row), lostIn(signed.score, now.clausesOf(row))),
      after: rowWords(find(now.score.rows, row), lostIn(now.score.score, now.clausesOf(row))),
    })),
    text: texts,
  };
}

const content = (row: SignedRow | undefined) => row && { closed: row.closed, observations: row.observations };

function lostIn({ items }: SignedScore, clauses: readonly string[]): LostJson[] {
  return items.flatMap(({ lost }) => lost.filter(({ clause }) => clauses.includes(clause)));
}

function rowWords(row: SignedRow | undefined, lost: readonly LostJson[]): { zh: string; en: string } {
  if (lost.length > 0)
    return {
      zh: lost.map(({ applied, why }) => `扣${applied}分：${why}`).join('；'),
      en: lost.map(({ applied, whyEn }) => `−${applied}: ${whyEn}`).join('; '),
    };
  return row?.closed ? { zh: '已核，没有扣分', en: 'closed, nothing deducted' } : { zh: '未核', en: 'open' };
}
