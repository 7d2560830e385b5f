/** Names in quotation marks made of a number and a noun (“四级五覆盖”) that scoring rests on and nothing explains. */
import { cellText } from '../../../scheme/check.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Placed, Scene } from '../scene.js';
import { sentenceAround, squeezed } from '../sentences.js';

const NUMERALS = '一二三四五六七八九十';

export function checkNumberedTerms(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) => checkSheet(scene, sheet));
}

interface Used {
  readonly place: Placed;
  readonly term: string;
}

function checkSheet(scene: Scene, sheet: Sheet): Report[] {
  const own = scene.places.filter((place) => place.sheet.id === sheet.id);
  const used = own.flatMap((place) => termsIn(place).map((term): Used => ({ place, term })));
  const open = used.filter(({ term, place }) => !isExplained(term, place, squeezed(scene.examined.source ?? '')));
  const terms = [...new Set(open.map(({ term }) => term))];
  if (terms.length === 0) return [];
  return [
    {
      code: 'undefined-term',
      severity: 'note',
      at: [sheet.id, ...new Set(open.map(({ place }) => place.clause.id))],
      quote: terms.join(' … '),
      title: text(
        `${terms.length}个带数字的简称没有解释：${terms.map((term) => `“${term}”`).join('、')}`,
        `${terms.length} numbered terms are not explained: ${terms.map((term) => `“${term}”`).join(', ')}`,
      ),
      why: text(
        '简称的几项是哪几项，文件没有列；考核人不知道出处，就不知道查什么。',
        'What so many things are the document does not list; an assessor who does not know the source does not know what to look for.',
      ),
    },
  ];
}

/** “一岗双责”, “七进”, “双随机、一公开”; a five-year plan is a date, and 一票否决 has a check of its own. */
function termsIn({ row, clause }: Placed): string[] {
  const sentence = squeezed(sentenceAround(cellText(row.criterion), clause.quote));
  const quoted = [...sentence.matchAll(/“([\p{Script=Han}、]{2,8})”/gu)].map(([, term = '']) => term);
  return quoted.filter(
    (one) => new RegExp(`[${NUMERALS}双两]\\p{Script=Han}`, 'u').test(one) && !/^十[一二三四五]五$|一票否决/.test(one),
  );
}

/** 即…, 是指…, in brackets; or as many things as its number listed right before it. */
function isExplained(term: string, { row }: Placed, source: string): boolean {
  if (new RegExp(`${term}”?(?:即|是?指|包括|[：:（(])`).test(source)) return true;
  const before = squeezed(cellText(row.criterion)).split(`“${term}”`)[0] ?? '';
  const list = (before.split(/[，,。；;]/).pop() ?? '').split('、');
  return list.length > 1 && list.length === NUMERALS.indexOf(term[0] ?? '') + 1;
}
