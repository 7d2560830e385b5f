/** An amount of which nobody can tell how often it applies. */
import { cellText } from '../../../scheme/check.js';
import { type Text, text } from '../../../wording/text.js';
import { sharedReports } from '../clause-notes.js';
import type { Report } from '../finding.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';
import { sentenceAround, squeezed } from '../sentences.js';

export function checkMultipliers({ places }: Scene): Report[] {
  const report = (place: Placed, [title, why]: Words) => reportOf(place, { title, why });
  return [
    ...places.filter(isPeriodic).map((place) => report(place, PERIODIC)),
    ...places.flatMap((place) => {
      const named = countedName(place);
      return named === undefined ? [] : [report(place, countedWords(named))];
    }),
    ...sharedReports(places.filter(statesOne), {
      code: 'multiplier',
      severity: 'note',
      title: (count) =>
        text(
          `${count}条按“一项（次、起）”写分值，没有“每”字`,
          `${count} clauses state the amount for one, without “each”`,
        ),
      why: text(
        '缺几项是扣几次还是只扣一次，字面上没有说；这里都按每一项计。',
        'Whether several cost several times or once is not said; each is counted here.',
      ),
    }),
  ];
}

type Words = readonly [Text, Text];

const PERIODIC: Words = [
  text('按期要求的次数，扣分没有写“每期”', 'A number required in every period, an amount without “each period”'),
  text(
    '“每月……少于……的扣”是一年扣一次，还是哪个月没达到就扣一次，相差十几倍。',
    'Fewer than required “each month” may cost once a year or once for every month that falls short.',
  ),
];

/** 每月召开调度会少于1次的扣0.5分: scored as one finding. */
function isPeriodic({ clause }: Placed): boolean {
  const quote = squeezed(clause.quote);
  const period = /每(?:个?月|季度?|半年|周|日|旬)[^，。；;]*(?:少于|不足|不满|未达|低于)/;
  return clause.rules.every((rule) => rule.kind === 'fixed') && period.test(quote) && !/每[^，。；;]*每/.test(quote);
}

const NUMERAL = '二三四五六七八九十';

/** A name that holds a number (“六大系统”) in a sentence that counts 项: it may be one of them or so many. */
function countedName({ row, clause }: Placed): string | undefined {
  const counting = clause.rules.some(
    (rule) => rule.kind === 'parts' || (rule.kind === 'per-unit' && rule.unit === '项'),
  );
  if (!counting || !/[一1]\s*项/.test(clause.quote)) return undefined;
  const sentence = sentenceAround(cellText(row.criterion), clause.quote);
  const named = [...sentence.matchAll(new RegExp(`“([${NUMERAL}])([^”]{1,5})”`, 'g'))];
  return named.find((match) => !match[2] || !new RegExp(`[${NUMERAL}]`).test(match[2]))?.[0];
}

function countedWords(name: string): Words {
  return [
    text(`${name}算一项还是算几项`, `Whether ${name} is one or several`),
    text(
      `“一项”可以是${name}整个，可以是其中每一种，也可以是每个对象的每一种，扣分成倍不同。`,
      `“One” may be ${name} as a whole, each of what it holds, or each of them for every object: the amounts differ by multiples.`,
    ),
  ];
}

/** 少一项扣1分, 发现一起，扣2分 */
function statesOne({ clause }: Placed): boolean {
  const repeated = clause.rules.some((rule) => ['per-unit', 'parts', 'per-step'].includes(rule.kind));
  const quote = squeezed(clause.quote);
  return repeated && !quote.includes('每') && /(?:^|[少缺有，,现])[一1]个?(?:项|次|起|家|处|人|百分点)/.test(quote);
}

function reportOf(place: Placed, words: Pick<Report, 'title' | 'why'>): Report {
  const { sheet, row, clause } = place;
  return {
    code: 'multiplier',
    severity: 'risk',
    at: [sheet.id, row.id, clause.id],
    quote: clause.quote,
    ...words,
    readings: readingsOf(place),
    about: place.clause.readings ?? [],
  };
}
