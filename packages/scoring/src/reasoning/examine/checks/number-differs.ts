/** One sentence in two sheets, with another number or another share. */
import { cellText } from '../../../scheme/check.js';
import type { Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import { hanOf, overlap, pairsIn } from '../bigrams.js';
import type { Report } from '../finding.js';
import { rowWords, sheetWords } from '../places.js';
import type { Scene } from '../scene.js';
import { scores } from '../sentences.js';

const LEAST_OVERLAP = 0.7;
const LEAST_PAIRS = 3;
const NUMBER = /所有|全部|\d+(?:\.\d+)?\s*[%％]?/g;

interface Phrase {
  readonly sheet: Sheet;
  readonly row: Criterion;
  readonly words: string;
  /** As printed. */
  readonly printed: string;
  /** 所有 is 100%. */
  readonly number: string;
}

export function checkNumbers({ scheme }: Scene): Report[] {
  const phrases = scheme.sheets.map(phrasesIn);
  return phrases.flatMap((own, index) =>
    phrases.slice(index + 1).flatMap((later) =>
      own.flatMap((one) => {
        const other = later.find((phrase) => isSame(one, phrase));
        return other && !later.some((phrase) => agrees(one, phrase)) ? [report(one, other)] : [];
      }),
    ),
  );
}

/** The parts of a standard between commas that hold a single number and no points. */
function phrasesIn(sheet: Sheet): Phrase[] {
  return sheet.items.flatMap((item) =>
    item.rows.flatMap((row) =>
      cellText(row.criterion)
        .split(/[，,。；;、]/)
        .filter((one) => !scores(one))
        .flatMap((one): Phrase[] => {
          const words = one
            .replace(/^\s*[（(]\d+[)）]/, '')
            .replace(/[（(][^（）()]*[)）]?$/, '')
            .trim();
          const [number, ...more] = words.match(NUMBER) ?? [];
          return number === undefined || more.length > 0
            ? []
            : [{ sheet, row, words, printed: number.trim(), number: stated(number) }];
        }),
    ),
  );
}

/** All is a share of 100%. */
function stated(number: string): string {
  return /所有|全部/.test(number) ? '100%' : number.replace(/\s/g, '').replace('％', '%');
}

const masked = ({ words }: Phrase) => hanOf(words.replace(NUMBER, ''));
const isShare = ({ number }: Phrase) => number.endsWith('%');

function isAlike(one: Phrase, other: Phrase): boolean {
  const texts = [masked(one), masked(other)] as const;
  const long = texts.every((each) => pairsIn(each).size >= LEAST_PAIRS);
  return long && isShare(one) === isShare(other) && overlap(...texts) >= LEAST_OVERLAP && sameWhole(one, other);
}

/** A share is of what stands behind it; a rate that is reached is another sentence. */
function sameWhole(one: Phrase, other: Phrase): boolean {
  return !isShare(one) || [one, other].every(({ words }) => /^(?:所有|全部|\d)/.test(words.replace(/^年底前/, '')));
}

const isSame = (one: Phrase, other: Phrase) => isAlike(one, other) && one.number !== other.number;
const agrees = (one: Phrase, other: Phrase) => isAlike(one, other) && one.number === other.number;

function report(one: Phrase, other: Phrase): Report {
  const places = [one, other].map(({ sheet, row }) => {
    const [annex, at] = [sheetWords(sheet), rowWords(row)];
    return text(`${annex.zh}${at.zh}`, `${annex.en}, ${at.en}`);
  });
  const [first, second] = places;
  return {
    code: 'number-differs',
    severity: isShare(one) ? 'risk' : 'note',
    at: [one, other].flatMap(({ sheet, row }) => [sheet.id, row.id]),
    quote: `${one.words} … ${other.words}`,
    title: text(
      `同一句要求两个数：${first?.zh}“${one.printed}”，${second?.zh}“${other.printed}”`,
      `One requirement, two numbers: “${one.printed}” in ${first?.en}, “${other.printed}” in ${second?.en}`,
    ),
    why: isShare(one)
      ? text(
          '要达到的是同一批对象，一张表要求的比另一张多：按一张表达标的，按另一张就要扣分；以哪个为准，文件没有说。',
          'The same objects, and one sheet asks for more of them than the other: what satisfies the one costs points by the other, and the document does not say which holds.',
        )
      : text(
          '同样的事，两张表要求的次数不同；是有意区别，还是抄录有误，文件没有说。',
          'The same matter, required so often here and otherwise there; whether that is meant the document does not say.',
        ),
  };
}
