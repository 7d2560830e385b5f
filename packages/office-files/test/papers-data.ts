// Papers filled from the made-up demonstration year, for the tests of their structure and for the office program.
import { assessTree } from '@kaohe/scheme-files';
import { type ResultJson, resultJson, type Scheme, type UnitJson } from '@kaohe/scoring';
import { getFolder } from '../../../schemes/folder.js';
import {
  type AssessmentReportData,
  assessmentReport,
  type CircularData,
  circular,
  deductionRows,
  documentBytes,
  type Paper,
  type PrintedSheet,
  printedSheet,
  type RatingFormPaperData,
  ratingFormPaper,
  type SheetFilling,
  type SummaryWorkbookData,
  scoreLines,
  scoreText,
  scoringSheetPaper,
  summaryUnits,
  summaryWorkbook,
  type UnitFeedbackData,
  unitFeedback,
  unitSheetWorkbook,
} from '../src/index.js';
import { exampleFacts, SHANDONG, ZHENGZHOU } from './sample-facts.js';

export const SCHEME: Scheme = ZHENGZHOU.scheme;
export const MADE_ON = '2020-01-20';

function resultOf(scheme: string, example: string): ResultJson {
  const folder = getFolder(scheme);
  const assessment = assessTree(folder, exampleFacts(example));
  if ('problems' in assessment) throw new Error(JSON.stringify(assessment.problems));
  return resultJson(assessment, folder.edition);
}

export const RESULT = resultOf('zhengzhou-2019', 'zhengzhou-2019-demonstration');
export const CITIES = resultOf('shandong-2016', 'shandong-2016-cities');

export function unitOf(name: string, result: ResultJson = RESULT): UnitJson {
  const unit = result.units.find((one) => one.unit === name);
  if (!unit) throw new Error(`no unit ${name}`);
  return unit;
}

export function sheetOf(id: string, filling?: SheetFilling, scheme: Scheme = SCHEME): PrintedSheet {
  const sheet = printedSheet(scheme, id, filling);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

const SELF_SCORES = Object.fromEntries(
  (SCHEME.sheets[0]?.items ?? []).map(({ id, fullMarks }) => [id, fullMarks] as const),
);
export const FILLED = sheetOf('county', { unit: unitOf('巩义市'), selfScores: SELF_SCORES, notes: {} });

export const REPORT: AssessmentReportData = {
  madeOn: MADE_ON,
  year: '2019',
  unit: '登封市',
  team: '第十组',
  leader: '第十组组长',
  period: { from: '2019-01-01', to: '2019-12-31' },
  assessed: { from: '2020-01-14', to: '2020-01-15' },
  methods: ['听汇报', '查资料', '实地查看'],
  places: ['市政府会议室', '一个镇', '两家企业'],
  situation: [
    '考核组听取了安全生产工作汇报，查阅了会议记录、执法计划和事故台帐，抽查了一个镇和两家企业。总体看，责任体系基本健全，年度重点工作有部署、有落实',
  ],
  findings: ['领导干部实绩档案报送不及时', '个别企业隐患整改记录不完整'],
  suggestions: ['按季度报送领导干部实绩档案', '对抽查企业的隐患逐条销号'],
  items: scoreLines(unitOf('登封市'), SCHEME),
  score: scoreText(unitOf('登封市').sheetScore),
  fullMarks: '100',
  notes: [],
};

export const FEEDBACK: UnitFeedbackData = {
  madeOn: MADE_ON,
  year: '2019',
  unit: '登封市',
  team: '第十组',
  assessed: { from: '2020-01-14', to: '2020-01-15' },
  score: scoreText(unitOf('登封市').sheetScore),
  fullMarks: '100',
  deductions: deductionRows(unitOf('登封市'), SCHEME, { 'county/5.1': '下半年少报送一人次' }),
  suggestions: ['按季度报送领导干部实绩档案'],
  rectifications: [
    { what: '补报领导干部实绩档案', dueOn: '2020-03-31' },
    { what: '完成抽查企业的隐患整改并销号', dueOn: '2020-02-28' },
  ],
  reportDueOn: '2020-04-10',
  appealDueOn: '2020-02-05',
  sender: '市安委会办公室',
};

/** A decided year: the highest grade that is still possible for each unit. */
const DECIDED = summaryUnits(RESULT, SCHEME).map(({ unit, class: unitClass }) => ({
  unit,
  class: unitClass,
  grade: unitOf(unit).grades[0] ?? '',
}));

export const CIRCULAR: CircularData = {
  madeOn: '2020-03-02',
  issuer: '郑州市安全生产委员会',
  documentNumber: '郑安委(2020)5号',
  year: '2019',
  opening: [
    '根据《郑州市安全生产委员会关于2019年度安全生产目标考核工作的通知》（郑安委〔2020〕1号），市安委会组织12个考核组对2019年度安全生产目标完成情况进行了考核。经审定，现将考核情况通报如下',
  ],
  grades: SCHEME.gradeBands.map(({ grade }) => grade),
  units: DECIDED,
  awards: [{ name: '全市安全生产先进单位', units: ['市教育局', '高新区', '郑东新区'] }],
  vetoed: ['登封市'],
  closing: ['希望受表彰的单位再接再厉，未达到优秀等次的单位对照反馈意见认真整改'],
};

function formData(id: string, signatures: readonly string[], isFilled: boolean): RatingFormPaperData {
  const form = SCHEME.forms.find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  const rated = SCHEME.population.units.filter((unit) => unit.sheet === 'county');
  const rows = rated.map(({ name }, index) => ({
    unit: name,
    ...(isFilled && { mark: `${9 - (index % 3)}`, converted: scoreText(unitOf(name).parts[id] ?? unitOf(name).total) }),
  }));
  const { annex, title, columns, notes } = form;
  return { madeOn: MADE_ON, annex, title, columns, rows, notes, signatures };
}

export const LEADER_FORM = formData('leader', ['领导签字：'], false);
export const DIVISION_FORM = formData('division', ['处室名称：', '分管领导签字：'], true);

const MEMBER = sheetOf('member', { unit: unitOf('市公安局') });
const CITY_UNIT = CITIES.units[0];

export const SUMMARY: SummaryWorkbookData = {
  madeOn: MADE_ON,
  title: '郑州市2019年度安全生产目标考核汇总表',
  parts: (SCHEME.sheets[0]?.parts ?? []).map(({ id, name }) => ({ id, name })),
  units: summaryUnits(RESULT, SCHEME),
  bonusBase: SCHEME.bonus.base,
};

const CITY_FILLED = sheetOf('city', CITY_UNIT && { unit: CITY_UNIT }, SHANDONG.scheme);

/** Every paper that is a document, by its name without an ending. */
export const DOCUMENTS: Readonly<Record<string, Paper>> = {
  'assessment-report': assessmentReport(REPORT),
  'unit-feedback': unitFeedback(FEEDBACK),
  circular: circular(CIRCULAR),
  'leader-form-blank': ratingFormPaper(LEADER_FORM),
  'division-form-filled': ratingFormPaper(DIVISION_FORM),
  'county-sheet-blank': scoringSheetPaper({ madeOn: MADE_ON, sheet: sheetOf('county') }),
  'county-sheet-filled': scoringSheetPaper({
    madeOn: MADE_ON,
    sheet: FILLED,
    unit: '巩义市',
    team: '第十二组',
    signedOn: '2020-01-17',
  }),
  'member-sheet-filled': scoringSheetPaper({ madeOn: MADE_ON, sheet: MEMBER, unit: '市公安局', team: '第一组' }),
  'city-sheet-blank': scoringSheetPaper({ madeOn: MADE_ON, sheet: sheetOf('city', undefined, SHANDONG.scheme) }),
};

/** Every paper by the name of its file. */
export const PAPERS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  ...Object.fromEntries(Object.entries(DOCUMENTS).map(([name, paper]) => [`${name}.docx`, () => documentBytes(paper)])),
  'summary.xlsx': () => summaryWorkbook(SUMMARY),
  'county-unit.xlsx': () => unitSheetWorkbook({ madeOn: MADE_ON, unit: '巩义市', sheet: FILLED }),
  'member-unit.xlsx': () => unitSheetWorkbook({ madeOn: MADE_ON, unit: '市公安局', sheet: MEMBER }),
  'city-unit.xlsx': () => unitSheetWorkbook({ madeOn: MADE_ON, unit: CITY_UNIT?.unit ?? '', sheet: CITY_FILLED }),
};
