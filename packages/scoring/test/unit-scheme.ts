// A small scheme written by hand for the unit tests: one clause of every kind, amounts a reader can add in his head.
import {
  type Assessment,
  assess,
  type Clause,
  type Criterion,
  compile,
  type Facts,
  formatExact,
  getNumber,
  type Problem,
  type Program,
  type RatingForm,
  type RawTree,
  type Rule,
  readFacts,
  type Scheme,
  type Sheet,
} from '@kaohe/scoring';
import { Given } from '../src/observations/given.js';
import type { Registers } from '../src/rules/compiled.js';
import { compileRule } from '../src/rules/rule.js';

type ClauseDraft = Pick<Clause, 'rules'> & Partial<Clause>;

const clause = (id: string, draft: ClauseDraft): Clause => ({ id, quote: `${id}扣分`, ...draft });

function row(id: string, ...drafts: readonly ClauseDraft[]): Criterion {
  const clauses = drafts.map((draft, index) => clause(`${id}.${index + 1}`, draft));
  const criterion = clauses.map((one) => one.quote).join('；');
  return { id, row: id.split('/')[1] ?? '', criterion, supplier: { by: 'team' }, clauses };
}

const one = (rule: Rule, extra: Partial<Clause> = {}): ClauseDraft => ({ rules: [rule], ...extra });

export const MEETINGS: Rule = {
  kind: 'per-unit',
  amount: '1',
  unit: '次',
  basis: 'missing',
  requirements: [
    { what: '常委会', count: '3', per: 'year' },
    { what: '党委会', count: '1', per: 'half' },
    { what: '常务会', count: '1', per: 'quarter' },
    { what: '调度会', count: '1', per: 'month' },
    { what: '功能区', count: '1', per: 'quarter', each: 'zone' },
  ],
};

export const SHARE: Rule = {
  kind: 'per-step',
  quantity: { name: '申报率', unit: '%', per: '100' },
  amount: '0.5',
  step: '10',
  from: '100',
  direction: 'below',
  partialStep: 'drop',
};

export const LADDER: Rule = {
  kind: 'ladder',
  quantity: { name: '投稿次数', unit: '次' },
  rungs: [
    { name: '少于5次', from: '1', below: '5', amount: '1' },
    { name: '未投稿', below: '1', amount: '2' },
  ],
};

export const PARTS: Rule = { kind: 'parts', amount: '1', parts: ['部署', '方案', '总结'] };

const RATE: Rule = {
  kind: 'threshold',
  register: 'indicators',
  quantity: { name: '亿元GDP死亡率', unit: '人/亿元', per: '1' },
  comparison: '>=',
  value: '0.035',
  forfeits: 'item',
};

const BY_LEVEL: Rule = {
  kind: 'per-event-ladder',
  register: 'accidents',
  rungs: [
    { levels: ['relatively-serious'], amount: '10' },
    { levels: ['serious', 'particularly-serious'], amount: '20' },
  ],
};

const duties = [
  row('county/1', one({ kind: 'fixed', amount: '2' }), one({ kind: 'fixed', amount: '1' }, { classes: ['district'] })),
  row('county/2', one(MEETINGS)),
  row('county/3', one({ kind: 'per-unit', amount: '0.5', unit: '家', basis: 'occurrence' })),
  row('county/4', one({ kind: 'per-unit', amount: '1', unit: '次', basis: 'occurrence', register: 'talks' })),
  row('county/5', one({ kind: 'fixed', forfeits: 'item' })),
];

const measures = [
  row('county/6', one(PARTS), one({ kind: 'parts', amount: '1', parts: ['方案', '总结'], occasions: 'each' })),
  row('county/7', { rules: [SHARE, { ...SHARE, quantity: { name: '监管率', unit: '%', per: '100' } }] }),
  row('county/8', one({ ...SHARE, quantity: { name: '经费', unit: '万元' }, from: '20' })),
  row('county/9', one(LADDER)),
];

const accidents = [row('county/10', one(BY_LEVEL)), row('county/11', one(RATE))];

const item = (id: string, fullMarks: string, rows: readonly Criterion[]) => ({
  id,
  name: `${id}项`,
  nameEn: `Item ${id}`,
  fullMarks,
  marksQuote: `${fullMarks} 分`,
  rows,
});

const countySheet: Sheet = {
  id: 'county',
  title: '县区细则',
  titleEn: 'County sheet',
  annex: '附件1',
  fullMarks: '100',
  classes: ['district', 'development-zone'],
  columns: [],
  note: '备注',
  parts: [
    { id: 'leader', name: '领导考核', nameEn: 'Leader rating', weight: '20', form: 'leader', quote: '占20%' },
    { id: 'year-end', name: '年终考核', nameEn: 'Year-end assessment', weight: '80', quote: '占80%' },
  ],
  items: [item('county/i1', '40', duties), item('county/i2', '40', measures), item('county/i3', '20', accidents)],
};

const memberSheet: Sheet = {
  ...countySheet,
  id: 'member',
  title: '成员单位细则',
  titleEn: 'Member sheet',
  classes: ['department'],
  parts: [{ id: 'year-end', name: '年终考核', nameEn: 'Year-end assessment', weight: '100', quote: '占100%' }],
  items: [
    item('member/i1', '100', [
      row(
        'member/1',
        one({ kind: 'fixed', amount: '45' }),
        one({ kind: 'fixed', amount: '5' }, { units: ['市公安局'] }),
      ),
    ]),
  ],
};

export const FORM: RatingForm = {
  id: 'leader',
  annex: '附件3',
  title: '领导评价表',
  titleEn: 'Leader form',
  scale: '10',
  decimals: '1',
  raters: '4',
  raterName: '领导',
  raterNameEn: 'leaders',
  coefficient: '0.5',
  rounding: '0',
  missing: 'plain-sum',
  columns: [],
  notes: ['总得分×0.5并四舍五入'],
  signature: '签字：',
};

export const unitScheme: Scheme = {
  id: 'unit',
  title: '单元',
  titleEn: 'Unit',
  documentNumber: '1号',
  issuer: '安委会',
  fullMarks: '100',
  period: { from: '2019-01-01', to: '2020-02-29' },
  calendar: [],
  gradeBands: [
    { grade: '优秀', gradeEn: 'excellent', from: '95', quote: '95（含）分以上' },
    { grade: '完成', gradeEn: 'achieved', from: '80', quote: '80（含）—95分' },
    { grade: '基本完成', gradeEn: 'basically achieved', from: '60', quote: '60（含）—80分' },
    { grade: '未完成', gradeEn: 'not achieved', quote: '60分以下' },
  ],
  bonus: {
    base: 'sheet',
    cap: '10',
    perDeed: 'highest-only',
    quote: '就高不就低',
    kinds: [
      {
        kind: 'promoted',
        name: '推广',
        nameEn: 'Promoted',
        quote: '全国5分',
        levels: { nation: '5', province: '3', city: '2' },
      },
      { kind: 'media', name: '媒体', nameEn: 'Media', quote: '加2分', amount: '2' },
    ],
  },
  vetoes: [
    {
      id: 'accidents',
      name: '较大事故',
      nameEn: 'Accidents',
      quote: '2起较大以上',
      when: { kind: 'accidents', atLeast: 'relatively-serious', count: '2' },
      effect: 'flag',
    },
    {
      id: 'score',
      name: '60分以下',
      nameEn: 'Below 60',
      quote: '60分以下的',
      when: { kind: 'score-below', value: '60', of: 'composite' },
      effect: 'flag',
    },
  ],
  awards: [
    {
      id: 'advanced-unit',
      name: '先进单位',
      nameEn: 'Advanced unit',
      quote: '在优秀单位中评选',
      grades: ['优秀'],
      disqualified: [
        {
          id: 'talks',
          name: '约谈',
          nameEn: 'Talks',
          quote: '被约谈的',
          when: { kind: 'talks', by: ['市政府'], count: '1' },
        },
      ],
    },
  ],
  readings: {},
  sheets: [countySheet, memberSheet],
  forms: [FORM],
  population: {
    units: [
      { name: '航空港区', nameEn: 'Airport', sheet: 'county', class: 'development-zone', aliases: ['航空港实验区'] },
      { name: '巩义市', nameEn: 'Gongyi', sheet: 'county', class: 'district' },
      { name: '登封市', nameEn: 'Dengfeng', sheet: 'county', class: 'district' },
      { name: '市公安局', nameEn: 'Public security', sheet: 'member', class: 'department' },
      { name: '市教育局', nameEn: 'Education', sheet: 'member', class: 'department' },
    ],
    teams: [],
  },
};

/** The scheme compiled, with what a test changes in it. */
export function unitProgram(change: Partial<Scheme> = {}): Program {
  const program = compile({ ...unitScheme, ...change }, {});
  if ('problems' in program) throw new Error(JSON.stringify(program.problems));
  return program;
}

/** The problems of facts; none where they were read. */
export function problemsOf(tree: RawTree, program = unitProgram()): readonly Problem[] {
  const facts = readFacts(program, tree);
  return 'problems' in facts ? facts.problems : [];
}

/** Facts that must be in order. */
export function factsOf(tree: RawTree, program = unitProgram()): Facts {
  const facts = readFacts(program, tree);
  if ('problems' in facts) throw new Error(JSON.stringify(facts.problems));
  return facts;
}

/** Facts that must be in order, assessed. */
export function assessed(tree: RawTree, program = unitProgram()): Assessment {
  return assess(program, factsOf(tree, program));
}

export interface Situation {
  readonly closed?: boolean;
  readonly registers?: Partial<Registers>;
}

/** What a rule alone asks: `-2`, or `-2…0` while it is open, `-∞` where only the item's floor bounds it. */
export function askRule(rule: Rule, raw: RawTree | undefined, { closed = false, registers }: Situation = {}) {
  const problems: Problem[] = [];
  const compiled = compileRule(rule, { clause: 'county/1.1', lower: getNumber });
  const observation = raw === undefined ? undefined : compiled.read(new Given(raw, [], problems));
  const { contribution, open, why } = compiled.ask({
    observation,
    closed,
    registers: { accidents: [], indicators: new Map(), ...registers },
  });
  const most = formatExact(contribution.most);
  const least = formatExact(contribution.least);
  return {
    asks: least === most ? most : `${least}…${most}`,
    open,
    ...why(),
    codes: problems.map((found) => found.code),
    example: compiled.example,
  };
}
