// Why what the importer reads of the two sources differs from the rules made by hand: by clause, by the end of what is over, by notice row.

const THE_COUNT =
  'By hand the assessor says whether it was kept over the year; the importer keeps the number of the sentence as a limit.';
const NO_LIST = 'The parts are named in running text, not as a list behind the act.';
const SEVERAL_RATES = 'The sentence names several rates; by hand each has a rule of its own, read is one rule for all.';
const LIMITS_BEFORE =
  'The limits stand in the clause before the act, one for each indicator; read is the forfeit without its limits.';
const RATE_BEFORE = 'The limit stands two clauses before the act; read is a plain deduction.';
const VETO_APART = 'What follows (“按照有关规定执行一票否决”) is a sentence of its own behind both conditions: asked.';

export const WHY = {
  'county/17.1': 'The limit (eight in a hundred thousand of the GDP) is written in words two clauses before the act.',
  'county/20.1': SEVERAL_RATES,
  'county/21.1': SEVERAL_RATES,
  'county/22.1':
    'The six systems are named as a number, not listed: by hand what is missing is counted; the importer takes the two kinds of mines for the list.',
  'county/30.1': 'The list is “每次要有部署、有方案、有落实、有总结”; the importer takes the words before it.',
  'county/34.1': NO_LIST,
  'county/35.1': 'Two campaigns with two parts each make four; the importer reads the two parts.',
  'county/42.1': THE_COUNT,
  'county/42.2': THE_COUNT,
  'county/43.4':
    'The source prints no amount here; by hand the four lists are kept at no marks (a reading), the importer says it is unreadable.',
  'county/45.3': THE_COUNT,
  'county/59.1': LIMITS_BEFORE,
  'member/12.1':
    'The four parts stand before the act without a mark of a list: by hand one mark for each of four, read is one mark for each found, without the list.',
  'member/15.1': SEVERAL_RATES,
  'member/16.1': SEVERAL_RATES,
  'member/19.3': RATE_BEFORE,
  'member/31.1': RATE_BEFORE,
  'member/36.1': LIMITS_BEFORE,
  'over 面取消800公里以上道路客运班线实施方案》（豫交规〔2019〕5号）要求的扣1分':
    'Words of row 2 that the page break displaced into the requirements of row 1 (reading row-1-displaced); by hand they count once, in row 2.',
  'zhengzhou-2019 veto accidents': VETO_APART,
  'zhengzhou-2019 veto score': VETO_APART,
  'zhengzhou-2019 grade 未完成': 'Nothing in its own part says whether 60分以下 includes 60: asked.',
  'zhengzhou-2019 part year-end':
    'The sheet of the departments is all of their total: a sentence on the total, not a weight.',
  'shandong-2016 bonus merit':
    'The marks stand in the marks column as “最高加100”, the deeds in another cell, and no sentence joins them.',
};
