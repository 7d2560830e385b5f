/** “次年1月中旬组织年终考核” → real days and what they are for; a month without a year is of the year assessed. */
import type { ImportedDate } from '../imported.js';
import { normalText } from '../text/normal-text.js';
import { isDay } from './days.js';
import type { DraftDay, DraftDayKind } from './draft-frame.js';

const KINDS: readonly (readonly [RegExp, DraftDayKind])[] = [
  [/自评|自查/, 'self-assessment'],
  [/申诉|复核/, 'appeal'],
  [/审核|复审/, 'review'],
  [/审定|审议/, 'approval'],
  [/公示|通报|公布/, 'circular'],
  [/考核(?:情况)?(?:报告|结果|材料)/, 'reports-due'],
  [/考核时间|(?:年终|年度|集中|现场|实地|组织|开展|进行)[^，]{0,8}(?:考核|检查|考评|评审)/, 'on-site'],
];
const DAY =
  /(次年|当年|每年)?(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|(上旬|中旬|下旬|底|初|末))?(?:(?:-|至|到)(次年)?(?:(\d{4})年)?(?=\d)(?:(\d{1,2})月)?(?:(\d{1,2})日)?)?(之?前|以前|起|以后)?/;
/** Behind a day that was read to its end stands what is done, not another end. */
const MORE = /^(?:至|到|-|上旬|中旬|下旬|底|初|末)/;
/** What units hand in is no report of those who assess. */
const OF_UNITS = /(?:各|被考核)[^，]{0,8}(?:县|市|区|单位|乡|镇|街道|部门)/;
const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  初: [1, 10],
  底: [21, 31],
  末: [21, 31],
};

export function startDays(dates: readonly ImportedDate[], year: string | undefined): DraftDay[] {
  const taken = new Set<DraftDayKind>();
  return dates.map(({ quote }) => {
    const words = normalText(quote, [[[0, quote.length]]]).text;
    const days = realDays(daysIn(words, year));
    const named = KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
    const wanted = named === 'reports-due' && OF_UNITS.test(words) ? 'other' : named;
    const kind = isWholeYear(days) ? 'left-out' : taken.has(wanted) ? 'other' : wanted;
    taken.add(kind);
    const name = words.replace(DAY, '').replace(/^[，：为]+|[，：为]+$/g, '');
    return { quote, kind, name: name || words, ...days };
  });
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** A thirteenth month is none: what cannot be a day is left to a person. */
function realDays(days: Days): Days {
  const areReal = [days.from, days.to].every((day) => day === '' || isDay(day));
  return areReal ? days : { from: '', to: '' };
}

/** The period assessed, not a day on which something is done. */
const isWholeYear = ({ from, to }: Days): boolean =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);

function daysIn(words: string, assessed: string | undefined): Days {
  const found = DAY.exec(words);
  const [all = '', relative, stated, month = '', day, third, nextYear, toYear, toMonth, toDay, side] = found ?? [];
  const next = assessed === undefined ? undefined : `${Number(assessed) + 1}`;
  const year = stated ?? (relative === '次年' ? next : assessed);
  const hasMore = MORE.test(words.slice((found?.index ?? 0) + all.length));
  if (year === undefined || month === '' || hasMore) return { from: '', to: '' };
  const ofMonth = (date: number) => dayOf(year, month, date);
  if (toMonth !== undefined || toDay !== undefined) {
    const endYear = toYear ?? (nextYear === undefined ? year : next);
    const first = day === undefined ? (THIRDS[third ?? '']?.[0] ?? 1) : Number(day);
    return { from: ofMonth(first), to: dayOf(endYear ?? year, toMonth ?? month, Number(toDay ?? 31)) };
  }
  const [first, last] = day === undefined ? (THIRDS[third ?? ''] ?? [1, 31]) : [Number(day), Number(day)];
  const begins = side === '起' || side === '以后';
  return {
    from: side === undefined || begins ? ofMonth(first) : '',
    to: begins ? '' : ofMonth(last),
  };
}

/** The last day of the month where the month has no such day. */
function dayOf(year: string, month: string, date: number): string {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month.padStart(2, '0')}-${`${Math.min(date, last)}`.padStart(2, '0')}`;
}
