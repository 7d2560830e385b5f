/** What is wrong with the document's text, and what a person is asked: each code with its words in both languages. */
import type { ImportProblem } from './imported.js';
import type { Span } from './text/span.js';

const DEFECTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'amount-missing': ['有计分条件，没有分值，须查原件', 'a condition without an amount: look at the original'],
  'amount-garbled': ['分值的小数点损坏，须查原件', 'the decimal point of the amount is damaged: look at the original'],
  'unit-wrong': ['分值的单位不是“分”，数额不能确定', 'the amount is not in marks, so it is not certain'],
  'unit-missing': ['数额后缺“分”字', 'the amount lacks its unit'],
  'two-units': ['同时写了两个计数单位，须确认按哪个计', 'two units of counting: say which is meant'],
  'unit-mixed': ['界限与步长的单位不同', 'the limit and the step have different units'],
  'amount-form': ['分值写成百分比，须先定是哪个分数的百分之几', 'the amount is a percentage of marks: say of which'],
  'lost-dash': [
    '数字疑似丢失连接号（如“1—4”变成“14”），须查原件',
    'a dash between numbers may be lost (1–4 became 14)',
  ],
  'decimal-split': ['小数被换行拆断', 'a decimal is broken over a line'],
  'number-split': ['数字被换行拆断', 'a number is broken over a line'],
  'glued-numbers': ['数字与条文粘连，可能是分值或序号', 'a number is glued to the sentence: marks or a row number'],
  'page-number-in-text': ['条文中间夹有页码', 'a page number stands inside the sentence'],
  'page-break-in-row': ['表格中间换页，上下行可能被截断', 'a page break inside the table: rows may be cut'],
  'displaced-text': ['此格文字疑似错入本栏', 'this cell may belong to another column'],
  'unbounded-judgement': ['酌情没有幅度', 'discretion without a range'],
  multiplier: ['倍数作用于另一句，没有对应的规则', 'a multiplier of another sentence: no rule fits'],
  'external-reference': ['标准在另一份文件中', 'the standard is in another document'],
  'external-data': ['所需数据不在本文件内', 'the figures needed are not in this document'],
  'undefined-term': ['“明显”一类的词没有界限', 'a word such as “clearly” has no limit'],
  'typing-damage': ['文字疑似有误，须查原件', 'the words may be mistyped: look at the original'],
  'sum-mismatch': ['各项分值之和与总分不符', 'the marks of the items do not add up'],
  'veto-word-in-requirement': [
    '这里把“一票否决”写成要落实的制度：照这一行的分值计分，没有当作否决',
    'the veto is named as a system to be carried out: scored by the marks of its row, not taken for a veto',
  ],
  'rank-dependent': ['须有全部单位的排名才能计算', 'needs the ranks of all units'],
  'relative-to-average': ['须有其他单位的数据才能计算', 'needs the figures of other units'],
  contradiction: ['既要累加，又只计一次', 'adds up, and counts only once'],
  'sentence-too-long': ['句子长得不像句子，已在此断开', 'too long for a sentence; it was broken here'],
  'row-too-long': [
    '一行超过 2 万字，后面的没有读，可能不是考核文件',
    'a row of more than 20,000 characters: the rest was not read; this may be no assessment document',
  ],
  'document-too-long': [
    '文件超过 20 万字，后面的没有读，可能不是考核文件',
    'more than 200,000 characters: the rest was not read; this may be no assessment document',
  ],
  'band-gap': ['等次之间有空档', 'a gap between grades'],
  'band-overlap': ['同一得分属于两个等次', 'one score belongs to two grades'],
  'deduct-exceeds-item': ['一次扣分超过大项满分', 'one deduction is more than the full marks of the item'],
};

const QUESTIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'rest-of-sentence': ['同一句里另有疑问，请一并核对', 'another part of the sentence is open: compare it as a whole'],
  exclusive: ['同时符合两档时只取一档，还是分别计算？', 'where both apply, does only one count?'],
  'cap-scope': ['上限只管本句，还是也管前面各句？', 'does the limit cover this sentence only?'],
  'partial-step': ['不足一个步长的部分如何计？', 'how does a part of a step count?'],
  'start-value': ['“得N分”是起始分，还是另外得分？', 'are the marks a start value or an award?'],
  'forfeit-scope': ['“不得分”指本小项还是大项？', 'which marks are forfeited, the row or the item?'],
  boundary: ['边界上的数值属于哪一档？', 'to which rung does the boundary itself belong?'],
  'base-elsewhere': ['比较的基数或目标不在本句，须查明', 'the base or target is not in the sentence: find it'],
  'two-frequencies': [
    '几个频次共用一个分值，缺口是否相加？',
    'several frequencies share an amount: do shortfalls add up?',
  ],
  'number-unused': [
    '句中另有数字没有用上，规则是否完整？',
    'a number in the sentence is not used: is the rule complete?',
  ],
  'two-readings': ['这句话有两种读法，请选择', 'the sentence can be read in two ways: choose'],
  'bare-points': ['只有分值没有评分规则，请确认', 'marks without a rule: confirm'],
  'after-last': ['列出的最后一次以后如何计？', 'what follows after the last one listed?'],
  'each-period': ['按周期累计，还是全年只计一次？', 'does it count in every period or once?'],
  'judged-levels': ['各档没有客观标准，由考核人评判', 'the levels are judged by the assessor'],
  'parts-open': ['要件清单是从上下文取的，请核对', 'the list of parts is taken from the context: check it'],
  'add-to-item': ['本项内加分，能否超过本项满分？', 'may the award exceed the marks of the item?'],
  'not-recognised': [
    '句式没有完全认出，规则只是最接近的读法',
    'the sentence is not fully recognised: this is the nearest reading',
  ],
  condition: ['计分条件不完整，请核对原文', 'the condition is not complete: compare the original'],
};

/** A defect with the words that show it. */
export function problemAt(code: string, quote: string, span: Span): ImportProblem {
  return { ...problem(code), quote, span };
}

export function problem(code: string): ImportProblem {
  const [zh, en] = DEFECTS[code] ?? QUESTIONS[code] ?? [code, code];
  return { code, zh, en };
}
