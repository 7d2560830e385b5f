/** What is wrong with the shape of a request, said to the clerk who sent it: fields by their names, patterns in words. */
import { FIELD_LABELS, PATTERN_WORDS, type Words } from '@kaohe/api-contract';
import type { FastifyError } from 'fastify';
import type { HttpProblem } from './problem.js';

/** An issue of a shape, as zod tells it: in another form from a route, in its own from a service. */
export interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly format?: string;
  readonly origin?: string;
  readonly pattern?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly ShapeIssue[])[];
}

const MOST = 3;
const NO_FIELD: Words = ['内容', 'The content'];
const HAN = /\p{Script=Han}/u;

/** The first few issues as one text in either language. */
export function wordsOf(issues: readonly ShapeIssue[]): { readonly detail: string; readonly detailEn: string } {
  const words = issues.flatMap(flat).slice(0, MOST).map(sentenceOf);
  const rest = issues.length > MOST;
  return {
    detail: `${words.map(([zh]) => zh).join('；')}${rest ? '；还有别的' : ''}。`,
    detailEn: `${words.map(([, en]) => en).join('; ')}${rest ? '; and more' : ''}.`,
  };
}

/** Issues as the routes' compiler keeps them. */
export function issuesOf(validation: NonNullable<FastifyError['validation']>): ShapeIssue[] {
  return validation.map(({ keyword, instancePath, message = '', params }) => ({
    ...params,
    code: keyword,
    path: instancePath.split('/').filter((step) => step !== ''),
    message,
  }));
}

export const wrongShape = (issues: readonly ShapeIssue[]): HttpProblem => ({
  code: 'bad-request',
  title: '填写有误',
  titleEn: 'Wrong content',
  ...wordsOf(issues),
});

/** Of several ways to write something, the one that was nearly written. */
function flat(issue: ShapeIssue): ShapeIssue[] {
  const [nearest] = [...(issue.errors ?? [])].sort((one, other) => one.length - other.length);
  if (!nearest || nearest.length === 0) return [issue];
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flat);
}

function sentenceOf(issue: ShapeIssue): Words {
  const [label, labelEn] = labelOf(issue.path);
  const [zh, en] = predicateOf(issue);
  return [`${label}${zh}`, `${labelEn} ${en}`];
}

/** The innermost field that has a name; a field without one is called as it is written. */
function labelOf(path: readonly PropertyKey[]): Words {
  const names = path.filter((step): step is string => typeof step === 'string' && step !== '');
  const known = [...names].reverse().find((name) => FIELD_LABELS[name]);
  const last = path[path.length - 1];
  const number = typeof last === 'number' || /^\d+$/.test(String(last ?? '')) ? Number(last) + 1 : undefined;
  const [label, labelEn] = FIELD_LABELS[known ?? ''] ?? NO_FIELD;
  return number === undefined ? [label, labelEn] : [`${label}第 ${number} 项`, `${labelEn} (no. ${number})`];
}

function predicateOf(issue: ShapeIssue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue);
    case 'invalid_format':
      return formatWords(issue);
    case 'invalid_value':
      return valueWords(issue.values ?? []);
    case 'too_small':
      return leastWords(issue);
    case 'too_big':
      return mostWords(issue);
    case 'unrecognized_keys':
      return ['里有不认识的字段', `has fields that are not known${codesOf(issue.keys ?? [])}`];
    default:
      return ['填得不对', 'is not right'];
  }
}

const TYPES: Readonly<Record<string, Words>> = {
  string: ['文字', 'text'],
  number: ['数', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['是或否', 'yes or no'],
  array: ['列表', 'a list'],
  object: ['一组字段', 'a set of fields'],
  record: ['一组字段', 'a set of fields'],
};

function typeWords({ message, expected = '' }: ShapeIssue): Words {
  if (message.endsWith('received undefined')) return ['没有填', 'is missing'];
  const [zh, en] = TYPES[expected] ?? ['另一种内容', 'of another kind'];
  return [`应为${zh}`, `must be ${en}`];
}

function formatWords({ format = '', pattern = '' }: ShapeIssue): Words {
  if (format === 'date') return ['应为日期，例如 2019-12-31', 'must be a day, for example 2019-12-31'];
  if (format === 'uuid') return ['不是有效的编号', 'is not a valid id'];
  const source = pattern.replace(/^\/([\s\S]*)\/[a-z]*$/, '$1');
  return PATTERN_WORDS[source] ?? ['写法不对', 'is not written as it should be'];
}

/** Values are offered in the language that is theirs. */
function valueWords(values: readonly unknown[]): Words {
  const texts = values.map(String);
  const chinese = texts.filter((one) => HAN.test(one));
  const offered = chinese.length > 0 && chinese.length <= 10 ? `，可选：${chinese.join('、')}` : '';
  return [`不是可选的值${offered}`, `is not one of the possible values${codesOf(texts)}`];
}

/** Codes stand in English sentences alone. */
function codesOf(codes: readonly string[]): string {
  const plain = codes.filter((code) => /^[\w.-]{1,40}$/.test(code));
  return plain.length > 0 && plain.length <= 12 ? ` (${plain.join(', ')})` : '';
}

function leastWords({ origin, minimum = 0 }: ShapeIssue): Words {
  if (origin === 'string' && Number(minimum) === 1) return ['不能为空', 'must not be empty'];
  if (origin === 'string') return [`至少 ${minimum} 个字`, `must have at least ${minimum} characters`];
  if (origin === 'array') return [`至少 ${minimum} 项`, `must have at least ${minimum} entries`];
  return [`不能小于 ${minimum}`, `must be at least ${minimum}`];
}

function mostWords({ origin, maximum = 0 }: ShapeIssue): Words {
  if (origin === 'string') return [`最多 ${maximum} 个字`, `must have at most ${maximum} characters`];
  if (origin === 'array') return [`最多 ${maximum} 项`, `must have at most ${maximum} entries`];
  return [`不能大于 ${maximum}`, `must be at most ${maximum}`];
}
