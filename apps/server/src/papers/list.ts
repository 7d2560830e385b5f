/** Every paper the role acting may download, and why one cannot be made yet. */
import { actOf, type PaperList } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import type { Work } from '../office/office.js';
import { listOfReports } from '../reports/service.js';
import { latestState } from '../results/state.js';

type Paper = PaperList['papers'][number];

const DOCUMENT: Paper['formats'] = ['docx', 'pdf'];
/** Why nothing can be made of the result yet, neither a paper nor an export. */
export const NO_RESULT = {
  zh: '还没有计算结果；安委办在“汇总与通报”页计算以后才有',
  en: 'No result is computed yet; the office computes it on the page “Closing”',
};
const NOT_APPROVED = { zh: '结果审定后才有', en: 'Once the result is approved' };

export async function papersOf(work: Work, year: string): Promise<PaperList> {
  const may = (act: 'paper.office' | 'paper.unit' | 'paper.blank') => actOf(act).roles.includes(work.acting.role);
  const { scheme } = await programOf(work, year);
  return {
    papers: [
      ...(may('paper.office') ? await officePapers(work, year) : []),
      ...(may('paper.unit') ? UNIT : []),
      ...(may('paper.blank') ? blankPapers(work, scheme) : []),
    ],
    units: may('paper.unit') ? await unitsOfPapers(work, year) : [],
  };
}

async function unitsOfPapers(work: Work, year: string): Promise<PaperList['units']> {
  const { reports } = await listOfReports(work, year);
  return reports.map(({ unit, unitEn, state }) => ({ unit, unitEn, report: state }));
}

async function officePapers(work: Work, year: string): Promise<Paper[]> {
  const state = await latestState(work, year);
  const approved = state === 'approved' || state === 'published';
  return [
    {
      kind: 'office',
      paper: 'circular',
      zh: '考核通报（只列等次）',
      en: 'Circular (grades only)',
      path: '/papers/circular',
      formats: ['docx', 'pdf'],
      waits: approved ? null : NOT_APPROVED,
    },
    {
      kind: 'office',
      paper: 'summary',
      zh: '汇总表（内部）',
      en: 'Summary (internal)',
      path: '/papers/summary',
      formats: ['xlsx'],
      waits: state === undefined ? NO_RESULT : null,
    },
  ];
}

const unitPaper = (paper: string, [zh, en]: readonly [string, string], formats: Paper['formats']): Paper => ({
  kind: 'unit',
  paper,
  zh,
  en,
  path: `/papers/${paper}`,
  formats,
  waits: null,
});

const UNIT: readonly Paper[] = [
  unitPaper('report', ['考核报告', 'Report'], DOCUMENT),
  unitPaper('feedback', ['情况反馈', 'Feedback'], DOCUMENT),
  unitPaper('sheet', ['评分表', 'Scoring sheet'], DOCUMENT),
  unitPaper('sheet-workbook', ['评分表（带公式）', 'Scoring sheet with formulas'], ['xlsx']),
];

const OWN_FORM = ['rating-leader', 'rating-division', 'division-head'];

function blankPapers({ acting }: Work, { forms, sheets }: Scheme): Paper[] {
  const blank = (paper: string, [zh, en]: readonly [string, string]): Paper => ({
    kind: 'blank',
    paper,
    zh,
    en,
    path: `/blank-papers/${paper}`,
    formats: DOCUMENT,
    waits: null,
  });
  const rates = OWN_FORM.includes(acting.role);
  const ofForm = forms.flatMap(({ id, title, titleEn }) => {
    const name = title.replace(/\s+/g, '');
    const own = rates && acting.scope.startsWith(`${id}-`);
    return [
      ...(own ? [blank(`own-form-${id}`, [`${name}（本人所填）`, `${titleEn} (as filled)`])] : []),
      blank(`form-${id}`, [`${name}（空白）`, `${titleEn} (blank)`]),
    ];
  });
  const ofSheet = sheets.map(({ id, title, titleEn }) =>
    blank(`sheet-${id}`, [`${title}评分表（空白）`, `${titleEn} (blank)`]),
  );
  return rates ? ofForm : [...ofForm, ...ofSheet];
}
