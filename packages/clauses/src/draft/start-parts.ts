/** Parts of the total → what each is, as far as its own sentence says: the table, a form that raters fill, or one mark. */
import type { ImportedWeight } from '../imported.js';
import { normalCharacters } from '../text/characters.js';
import type { DraftForm, DraftPart, DraftPartKind } from './draft-frame.js';

const SHEET = /年终|年末|年度考核|现场|集中|实地|细则|指标|目标/;
const RATING = /领导|测评|评价|评议|互评|民主|满意/;
const ROUTINE = /平时|日常|督查|督导|季度|月度|动态|专项|半年/;
const BALLOTS = /评价表|评分表|测评表|打分|投票/;

export function startParts(weights: readonly ImportedWeight[], source: string): DraftPart[] {
  const around = weights.map(({ span }, index) => {
    const end = weights[index + 1]?.span[0] ?? span[1] + 80;
    return (
      normalCharacters(source.slice(span[0], end))
        .split(/[。；\n]/)[0]
        ?.replace(/\s/g, '') ?? ''
    );
  });
  const sheets = weights.filter(({ name }) => SHEET.test(name)).length;
  return weights.map(({ name, weight, quote }, index) => {
    const words = around[index] ?? '';
    const kind = kindOf(name, words, sheets === 1);
    return { name, weight, quote, kind, form: formIn(words, kind) };
  });
}

/** Two parts that may be the table leave it open which of them is. */
function kindOf(name: string, words: string, hasOneSheet: boolean): DraftPartKind {
  if (SHEET.test(name)) return hasOneSheet ? 'sheet' : 'open';
  if (RATING.test(name) || BALLOTS.test(words)) return 'rating';
  return ROUTINE.test(name) ? 'mark' : 'open';
}

/** Only what the sentence states; a mark for a whole part is out of a hundred. */
function formIn(words: string, kind: DraftPartKind): DraftForm {
  const raters = /(?<=由?)(\d{1,3})[名个位]([^，。；（）、\d]{2,16}?)(?:填写|打分|评价|评分|测评|投票)/.exec(words);
  const scale = /每[份票张人]?(\d{1,3})分/.exec(words)?.[1] ?? /(\d{1,3})分制/.exec(words)?.[1];
  const isMark = kind === 'mark';
  return {
    scale: scale ?? (isMark ? '100' : ''),
    decimals: '1',
    raters: isMark ? '1' : (raters?.[1] ?? ''),
    raterName: raters?.[2] ?? '',
    stage: /领导/.test(words) ? 'leaders' : 'routine',
    coefficient: /[×xX*](0\.\d{1,6})/.exec(words)?.[1] ?? '',
    rounding: '',
    missing: isMark ? 'plain-sum' : '',
  };
}
