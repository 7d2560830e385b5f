/** What fails a unit whatever its score: a condition and one of the outcomes the vocabulary knows. */
import type { ImportedVeto, VetoEffect } from '../imported.js';
import type { NormalText } from '../text/normal-text.js';

const OUTCOMES: readonly (readonly [VetoEffect, RegExp])[] = [
  ['total-zero', /(?:总分|考核|考评|评价|成绩|得分|全年|年度|当月|当年)[^，。；]{0,10}(?:记|得|为|按|计)(?:零|0)分/],
  ['grade-down', /(?:等次|等级|档次)[^，。；]{0,6}(?:降|下调|下降)|(?:降低?|下调)(?:一|1)个?(?:等次|等级|档次|档|级)/],
  [
    'fail-grade',
    /(?:实行|予以|给予|按规定|列入|直接|一律)?[^，。；]{0,6}“?一票否决”?(?!制度|制|要求|条款|规定|等)|(?:为|定为|评为|确定为|评定为|列为|视为)“?(?:不合格|不达标|未完成|不称职|末等|差|较差|一般以下)|按“?(?:不合格|不达标|不称职)”?(?:评定|处理|等次)|不予通过|不得申请/,
  ],
  ['no-awards', /取消[^，。；]{0,12}(?:资格|评先|评优|奖)|不得(?:参与|参加)?(?:评优|评先|评为)|不(?:予|能)评(?:优|先)/],
  ['deduct', /(?:总分|总成绩|综合得分|考核得分)(?:中|里)?(?:直接|再|另)?(?:扣除|扣减|扣|减去?)(\d+(?:\.\d+)?)分/],
];

/** “75分以上为良好，不足60分为不合格”: the grades one after another. */
const GRADES = /\d分?(?:（[^）]{0,6}）)?(?:以上|以下)?(?:（[^）]{0,6}）)?[^，。；]{0,4}为/g;

/** Vetoes of a text; a condition that stops at a semicolon shares the outcome of the next. */
export function vetoesIn(normal: NormalText): readonly ImportedVeto[] {
  const vetoes: ImportedVeto[] = [];
  let open: { readonly from: number; readonly to: number }[] = [];
  for (const { from, to } of sentencesOf(normal.text)) {
    const sentence = normal.text.slice(from, to);
    const areGrades = (sentence.match(GRADES) ?? []).length > 1;
    const outcome = areGrades ? undefined : OUTCOMES.find(([, pattern]) => pattern.test(sentence));
    const own = outcome ? conditionOf(sentence, outcome[1]) : '';
    if (outcome === undefined || /每[次起个发]|每[^，。；]{1,4}(?:次|起|件|人|家)/.test(sentence)) {
      open = /的$/.test(sentence) && !/扣|[加得计]\d/.test(sentence) ? [...open, { from, to }] : [];
      continue;
    }
    // “……的。按照有关规定执行一票否决”: the conditions stand in the sentences before.
    const places = open.length > 0 && own.length < 4 ? open : [...open, { from, to }];
    for (const place of places) vetoes.push(vetoOf(normal, place, outcome));
    open = [];
  }
  return vetoes;
}

/** What fails a unit wherever it is written, even among the rows of an item. */
const ANYWHERE =
  /总分|考核(?:总)?(?:得分|成绩|结果|等次|等级)|[施实]行“?一票否决|取消[^，。；]{0,12}资格|(?:评|定)为[^，。；]{0,4}(?:不合格|不达标|末等|差)|等[次级][^，。；]{0,6}降/;

/** The vetoes that stand among scored rows; a part that loses its marks is none. */
export function strongVetoesIn(normal: NormalText): readonly ImportedVeto[] {
  return vetoesIn(normal).filter(
    ({ quote }) =>
      ANYWHERE.test(quote) && !/[本此该](?:大|小)?[项条类]|未[^，]*一票否决|落实[^，]*一票否决/.test(quote),
  );
}

/** What is left of a sentence before its outcome. */
function conditionOf(sentence: string, outcome: RegExp): string {
  const before = sentence.slice(0, outcome.exec(sentence)?.index ?? sentence.length);
  return before.replace(/(?:的)?[，]?$/, '').replace(/^按(?:照)?(?:有关)?规定$/, '');
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function vetoOf(
  normal: NormalText,
  { from, to }: Place,
  [effect, pattern]: readonly [VetoEffect, RegExp],
): ImportedVeto {
  const sentence = normal.text.slice(from, to);
  const match = pattern.exec(sentence);
  const condition = sentence.slice(0, match?.index ?? sentence.length).replace(/(?:的)?[，]?$/, '');
  const outcomes = OUTCOMES.filter(([, one]) => one.test(sentence)).length;
  const bare = /一票否决/.test(sentence) && !/合格|达标|零分/.test(sentence);
  return {
    quote: sentence,
    span: normal.spanOf(from, to),
    status: outcomes === 1 && !bare && condition.length > 3 ? 'read' : 'confirm',
    when: condition,
    effect,
    ...(match?.[1] === undefined ? {} : { amount: match[1] }),
  };
}

function sentencesOf(text: string): readonly Place[] {
  return [...text.matchAll(/[^。；]+/g)].map((match) => {
    const skipped =
      /^(?:（[\d一二三四五六七八九十]+）|\d{1,2}[、.]|[一二三四五六七八九十]{1,3}、|[，：\s])*/.exec(match[0])?.[0]
        .length ?? 0;
    const from = (match.index ?? 0) + skipped;
    return { from, to: (match.index ?? 0) + match[0].length };
  });
}
