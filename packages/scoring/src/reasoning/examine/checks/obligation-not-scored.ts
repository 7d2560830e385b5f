/** Obligations of the requirement column, and documents it names, that no standard of the sheet speaks of. */
import { cellText } from '../../../scheme/check.js';
import type { AssessmentItem, Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import { hanOf, KNOWN_SHARE, shareKnown, tellingPairs } from '../bigrams.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

/** An item named after the obligation, to at least this part, is about it whatever its standards say. */
const NAMED_SHARE = 0.5;

/** Where marks are awarded, the requirement is a heading over what is listed: only deductions are looked at. */
export function checkObligations({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) => {
    const standards = hanOf(sheet.items.flatMap((item) => item.rows.map((row) => cellText(row.criterion))).join(''));
    return sheet.items
      .filter((item) => item.start !== 'zero')
      .flatMap((item) => item.rows.flatMap((row) => checkRow({ sheet, item, row }, standards)));
  });
}

interface Place {
  readonly sheet: Sheet;
  readonly item: AssessmentItem;
  readonly row: Criterion;
}

function checkRow({ sheet, item, row }: Place, standards: string): Report[] {
  const requirement = cellText(row.requirement);
  const known = { standards, name: hanOf(item.name) };
  const unscored = [
    ...titlesIn(requirement).filter((title) => !standards.includes(hanOf(title))),
    ...obligationsIn(requirement, known).filter((one) => isUntold(one, known)),
  ];
  if (unscored.length === 0) return [];
  return [
    {
      code: 'requirement-not-scored',
      severity: 'risk',
      at: [sheet.id, item.id, row.id],
      quote: unscored.join(' … '),
      title: text(
        `${unscored.map((one) => `“${one}”`).join('、')}有要求，没有扣分`,
        `${unscored.map((one) => `“${one}”`).join(', ')}: required, and never scored`,
      ),
      why: text(
        '考核内容写了要做，这张表的考核标准里没有一句说到它：做与不做，得分一样。',
        'The requirement asks for it and no standard of the sheet speaks of it: done or not, the score is the same.',
      ),
    },
  ];
}

/** 《…》 */
function titlesIn(requirement: string): string[] {
  return [...new Set(requirement.match(/《[^《》]+》/g) ?? [])];
}

interface Known {
  readonly standards: string;
  readonly name: string;
}

/** A document has a check of its own, 按照…的原则 is a manner, and targets sent down are data from elsewhere. */
const ELSEWHERE = /[《》]|^(?:按照?|根据|针对|依据)|下达/;

/** The clauses between stops; of a list that is quoted or ends in 等, its members. */
function obligationsIn(requirement: string, known: Known): string[] {
  const clauses = requirement.split(/[，,。；;]|[①-⑳]|(?:^|\s)\d+[.．]/).map((one) => one.trim());
  return clauses.filter((one) => !ELSEWHERE.test(one)).flatMap((one) => membersOf(one, known));
}

function membersOf(clause: string, known: Known): string[] {
  const quoted = /“([^“”]*、[^“”]*)”/.exec(clause)?.[1];
  if (quoted !== undefined) return quoted.split('、');
  const [, list, kind = ''] = /^(.*、.*?)等(.*)$/.exec(clause) ?? [];
  if (list === undefined) return [clause];
  // 煤矿、消防等重点行业领域: a standard on the kind is a standard on its members.
  return tellingPairs(kind).size > 0 && !isUntold(kind, known) ? [] : list.split('、');
}

function isUntold(words: string, { standards, name }: Known): boolean {
  const head = tellingPairs(words.split('的').pop() ?? '');
  const pairs = head.size > 1 ? head : tellingPairs(words);
  return pairs.size > 1 && shareKnown(pairs, standards) < KNOWN_SHARE && shareKnown(pairs, name) < NAMED_SHARE;
}
