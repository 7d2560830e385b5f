/** What a report needs before it is signed: the team's rows closed, every part of its text written, and its visits or the reason why not. */
import { isSaidNone, type ReportBody, type ReportVisits } from '@kaohe/api-contract';
import { invalid, wrongState } from '../http/refusal.js';

/** Refuses while rows of the team are open. */
export function requireClosed(openRows: readonly string[]): void {
  if (openRows.length === 0) return;
  throw wrongState(
    `考核组负责的行还有 ${openRows.length} 行没有核：${openRows.join('、')}。请核完再签署。`,
    `${openRows.length} rows of the team are open: ${openRows.join(', ')}. Close them before signing.`,
    { openRows },
  );
}

/** The reasons a report is signed with. */
export interface Signing {
  readonly noVisitReason?: string | undefined;
  readonly visitReason?: string | undefined;
}

const PARTS = {
  narrative: { zh: '基本情况', en: 'the narrative' },
  problems: { zh: '存在问题（没有的，写“无”）', en: 'the problems (or “无”, none)' },
  suggestions: { zh: '意见和建议（没有的，写“无”）', en: 'the suggestions (or “无”, none)' },
} as const;

/** Refuses a text with a part left out: that there is none is said, never left to be guessed. */
export function requireWritten({ narrative, problems, suggestions }: ReportBody): void {
  const written = { narrative: narrative !== '', problems: isAnswered(problems), suggestions: isAnswered(suggestions) };
  const missing = (['narrative', 'problems', 'suggestions'] as const).filter((part) => !written[part]);
  if (missing.length === 0) return;
  throw invalid(
    `考核报告还缺：${missing.map((part) => PARTS[part].zh).join('、')}。请写好、保存，再签署。`,
    `The report still lacks ${missing.map((part) => PARTS[part].en).join(', ')}. Write and save it, then sign.`,
    { missing },
  );
}

/** Something is stated, or that there is nothing; not both. */
function isAnswered(texts: readonly string[]): boolean {
  return texts.length > 0 && (texts.length === 1 || !texts.some(isSaidNone));
}

/** Refuses a report without a visit, or over visits that are not as the notice asks, without the reason for it. */
export function requireVisited({ days, warnings }: ReportVisits, { noVisitReason, visitReason }: Signing): void {
  if (days.length === 0 && noVisitReason === undefined)
    throw invalid(
      '没有登记现场考核。请先登记，或写明没有现场考核的理由。',
      'No visit is registered. Register it, or give the reason why there was none.',
      { needs: 'noVisitReason' },
    );
  if (days.length > 0 && warnings.length > 0 && visitReason === undefined)
    throw invalid(
      `现场考核与通知要求的不一样：${warnings.map(({ zh }) => zh).join('；')}。请补齐，或写明理由。`,
      `The visits are not as the notice asks: ${warnings.map(({ en }) => en).join('; ')}. Complete them, or give the reason.`,
      { needs: 'visitReason', warnings },
    );
}
