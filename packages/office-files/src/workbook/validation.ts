/** What a cell offers and what it lets in. Import checks everything again: a pasted value passes by these. */
import type { DataValidation } from '@protobi/exceljs';
import type { Field } from './field.js';
import { MISSING, PRESENT } from './field-cell.js';

const stop = (error: string, prompt?: string): Partial<DataValidation> => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '填写有误',
  error,
  ...(prompt !== undefined && { showInputMessage: true, promptTitle: '填写说明', prompt }),
});

/** A list in the cell itself holds at most 255 characters, separated by commas. */
export function choiceOf(names: readonly string[]): DataValidation | undefined {
  const joined = names.join(',');
  if (joined.length > 250 || names.length === 0 || names.some((name) => /[,"]/.test(name))) return undefined;
  return { type: 'list', formulae: [`"${joined}"`], ...stop(`请从下拉列表里选：${names.join('、')}`.slice(0, 200)) };
}

/** Any number from 0. */
export const DECIMAL: DataValidation = {
  type: 'decimal',
  operator: 'greaterThanOrEqual',
  formulae: [0],
  ...stop('应填从 0 起的数，只写数字。'),
};

export const YES_ONLY = choiceOf(['是']) as DataValidation;
export const YES_OR_NO = choiceOf(['是', '否']) as DataValidation;

export function factValidation({ type, unit = '' }: Field): DataValidation | undefined {
  switch (type.kind) {
    case 'yes-no':
      return YES_OR_NO;
    case 'part':
      return choiceOf([PRESENT, MISSING]);
    case 'choice':
      return choiceOf(type.names);
    case 'count':
      return countValidation(unit);
    case 'amount':
      return type.least !== undefined && type.most !== undefined ? decimalBetween(type.least, type.most) : DECIMAL;
    case 'percent':
      return {
        type: 'decimal',
        operator: 'between',
        formulae: [0, 1],
        ...stop('应填 0% 至 100%。', '填百分数，例如 85%。'),
      };
    case 'absent':
      return prompted(`写缺的名称，用顿号隔开；一项不缺写“无”。可写：${type.parts.join('、')}`);
    default:
      return undefined;
  }
}

export function countValidation(unit: string): DataValidation {
  const of = unit === '' ? '' : `（${unit}）`;
  return {
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    ...stop(`应填从 0 起的整数${of}，只写数字。`),
  };
}

export function decimalBetween(least: string, most: string): DataValidation {
  return {
    type: 'decimal',
    operator: 'between',
    formulae: [Number(least), Number(most)],
    ...stop(`应填 ${least} 至 ${most} 之间的数。`),
  };
}

/** Lets everything in and says what is expected. */
function prompted(prompt: string): DataValidation {
  return {
    type: 'textLength',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: '填写说明',
    prompt: prompt.slice(0, 250),
  };
}
