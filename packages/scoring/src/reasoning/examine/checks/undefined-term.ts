/** Lists left open by 等, and conditions only a judgement can answer. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import { sharedReports } from '../clause-notes.js';
import type { Report } from '../finding.js';
import { type Placed, readingsOf, type Scene, settling } from '../scene.js';
import { sentenceAround, squeezed } from '../sentences.js';

const VAGUE = /不健全|不完善|不到位|不力|不规范|不及时|不扎实|未广泛|未深入|未有效|没有及时|未及时|浓厚|酌情|较[好差]/;

export function checkTerms(scene: Scene): Report[] {
  const { places } = scene;
  return [
    ...places.filter(isOpenList).map((place) => reportOpenList(scene, place)),
    ...sharedReports(
      places.filter(({ clause }) => VAGUE.test(squeezed(clause.quote))),
      {
        code: 'undefined-term',
        severity: 'note',
        title: (count) =>
          text(
            `${count}条用“不健全”“不到位”一类的词，没有标准`,
            `${count} clauses rest on words that nothing measures`,
          ),
        why: text(
          '做到什么程度不算违反，由考核人判断；各组的尺度会不同。',
          'What is good enough is for the assessor to judge, and teams will differ.',
        ),
      },
    ),
  ];
}

/** 市公安局、市交通运输局等相关单位 · 申报率、参保率等没有达到 · 活动等，每少一项 */
function isOpenList({ row, clause }: Placed): boolean {
  const counts =
    clause.units !== undefined || clause.rules.length > 1 || clause.rules.some((rule) => rule.kind === 'parts');
  const sentence = squeezed(sentenceAround(cellText(row.criterion), clause.quote));
  const open = /、[^，,。、]+等(?:相关|有关)?(?:[，,的没未]|单位|部门|活动|工作)/.test(sentence);
  const judged = clause.rules.some((rule) => rule.kind === 'judgement');
  return counts ? open : !judged && limitsEnterprises(sentence);
}

/** 教育、民政、民爆等重点行业领域规模以上企业: which enterprises the clause is about. */
function limitsEnterprises(sentence: string): boolean {
  return /、[^，,。、]{1,8}等(?:重点)?(?:行业|领域|企业|单位)\p{Script=Han}*/u.test(sentence);
}

function reportOpenList(scene: Scene, place: Placed): Report {
  const { sheet, row, clause } = place;
  return {
    code: 'undefined-term',
    severity: 'risk',
    at: [sheet.id, row.id, clause.id],
    quote: sentenceAround(cellText(row.criterion), clause.quote),
    title: text('名单以“等”结束，没有写完', 'A list that ends in “and others”'),
    why: text('还有谁、还有哪几项，文件没有写。', 'Who or what else is meant the document does not say.'),
    readings: readingsOf(place),
    about: settling(scene, place, sentenceAround(cellText(row.criterion), clause.quote)),
  };
}
