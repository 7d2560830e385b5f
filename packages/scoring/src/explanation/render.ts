/** An explanation as indented lines, or as plain data. */
import { formatExact } from '../exact/decimal.js';
import { type Interval, isPoint } from '../exact/interval.js';
import { compare, type Rational, ZERO } from '../exact/rational.js';
import type { Program } from '../scheme/program.js';
import { assertNever } from '../wording/assert-never.js';
import { type Language, type Text, text } from '../wording/text.js';
import type { Explanation, Operation } from './explanation.js';

/** `94.75`, or `86–91.5` while something is open. */
export function formatInterval(value: Interval): string {
  return isPoint(value) ? formatExact(value.least) : `${formatExact(value.least)}–${formatExact(value.most)}`;
}

export interface RenderOptions {
  readonly language: Language;
  /** Clauses that ask nothing, too. */
  readonly all?: boolean;
  /** The program it was scored with: its readings are told in words. */
  readonly program?: Program;
}

/** The tree as text, one line a node with its sentence and arithmetic beneath it. */
export function renderExplanation(explanation: Explanation, options: RenderOptions): string {
  return linesOf(explanation, options, 0).join('\n');
}

function linesOf(node: Explanation, options: RenderOptions, depth: number): string[] {
  const { language } = options;
  const indent = '  '.repeat(depth);
  const step = operationText(node.operation, language);
  const marks = [
    node.open ? (language === 'zh' ? '○未决' : '○open') : '',
    options.program ? '' : node.readings.map((name) => `◆${name}`).join(' '),
  ];
  const id = node.kind === 'clause' ? `${node.id}  ` : '';
  const head = [`${indent}${id}${node.title[language]}`, formatInterval(node.value), step, ...marks]
    .filter(Boolean)
    .join('  ');
  const beneath = [
    node.quote && `${indent}  “${node.quote}”`,
    node.detail && `${indent}  ${node.detail[language]}`,
    appliedText(node, language) && `${indent}  ${appliedText(node, language)}`,
    ...readingLines(node, options).map((line) => `${indent}  ${line}`),
  ].filter((line) => typeof line === 'string' && line !== '');
  const shown = node.children.filter((child) => child.kind !== 'rule' && (options.all || mattersTo(child)));
  return [head, ...(beneath as string[]), ...shown.flatMap((child) => linesOf(child, options, depth + 1))];
}

/** Each reading's question and the answer in force; in parentheses what a call states to choose it. */
function readingLines({ readings }: Explanation, { language, program }: RenderOptions): string[] {
  if (!program) return [];
  return readings.map((name) => {
    const reading = program.scheme.readings[name];
    const taken = program.readings[name] ?? '';
    const words = reading?.alternatives[taken];
    return language === 'zh'
      ? `◆ ${reading?.question}：${words?.text}（${name}=${taken}）`
      : `◆ ${reading?.questionEn}: ${words?.textEn} (${name}=${taken})`;
  });
}

/** Clauses that ask nothing and are closed are left out of the text. */
function mattersTo(node: Explanation): boolean {
  if (node.kind !== 'clause') return true;
  const asks = node.children.some(
    (rule) => compare(rule.value.least, ZERO) !== 0 || compare(rule.value.most, ZERO) !== 0,
  );
  return node.open || asks;
}

function appliedText(node: Explanation, language: Language): string | undefined {
  if (!node.applied) return undefined;
  const same = compare(node.applied.least, node.value.least) === 0 && compare(node.applied.most, node.value.most) === 0;
  if (same) return undefined;
  const applied = formatInterval(node.applied);
  return language === 'zh' ? `本项分值所限，实扣 ${applied}` : `held by the item's marks: ${applied} applied`;
}

/** What a node does with its children, in words; empty for a plain sum. */
export function operationText(operation: Operation, language: Language): string {
  const zh = language === 'zh';
  switch (operation.kind) {
    case 'given':
    case 'sum':
      return '';
    case 'times':
      return `= ×${formatExact(operation.factor)}`;
    case 'round':
      return zh
        ? `= 四舍五入${digitsText(operation.digits).zh}`
        : `= rounded half up to ${digitsText(operation.digits).en}`;
    case 'hold':
      return holdText(operation, zh);
    case 'take':
      return zh ? '（同一事实，只计其一）' : '(one fact, counted once)';
    default:
      return assertNever(operation);
  }
}

function digitsText(digits: number): Text {
  return digits === 0 ? text('取整数', 'a whole number') : text(`到${digits}位小数`, `${digits} decimals`);
}

function holdText({ floor, ceiling }: { readonly floor?: Rational; readonly ceiling?: Rational }, zh: boolean): string {
  const most = ceiling && (zh ? `最高${formatExact(ceiling)}` : `at most ${formatExact(ceiling)}`);
  const least =
    floor &&
    (floor.n === 0n
      ? zh
        ? '扣完为止'
        : 'never below zero'
      : zh
        ? `最低${formatExact(floor)}`
        : `at least ${formatExact(floor)}`);
  const limits = [least, most].filter((limit) => limit !== undefined);
  return limits.length === 0 ? '' : zh ? `（${limits.join('，')}）` : `(${limits.join(', ')})`;
}

/** The tree as data: numbers as exact text. */
export interface ExplanationJson {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly quote?: string;
  readonly detail?: string;
  readonly detailEn?: string;
  readonly operation: { readonly kind: string; readonly by?: string };
  readonly value: { readonly least: string; readonly most: string };
  readonly applied?: { readonly least: string; readonly most: string };
  readonly readings: readonly string[];
  readonly open: boolean;
  readonly children: readonly ExplanationJson[];
}

export function explanationJson(node: Explanation): ExplanationJson {
  const ends = (value: Interval) => ({ least: formatExact(value.least), most: formatExact(value.most) });
  return {
    kind: node.kind,
    id: node.id,
    title: node.title.zh,
    titleEn: node.title.en,
    ...(node.quote !== undefined && { quote: node.quote }),
    ...(node.detail && { detail: node.detail.zh, detailEn: node.detail.en }),
    operation: operationJson(node.operation),
    value: ends(node.value),
    ...(node.applied && { applied: ends(node.applied) }),
    readings: node.readings,
    open: node.open,
    children: node.children.map(explanationJson),
  };
}

function operationJson(operation: Operation): { readonly kind: string; readonly by?: string } {
  switch (operation.kind) {
    case 'times':
      return { kind: 'times', by: formatExact(operation.factor) };
    case 'hold':
      return {
        kind: 'hold',
        by: [operation.floor, operation.ceiling].map((end) => (end ? formatExact(end) : '')).join('..'),
      };
    case 'round':
      return { kind: 'round', by: operation.digits.toString() };
    case 'take':
      return { kind: 'take', by: `${operation.taken.least}/${operation.taken.most}` };
    default:
      return { kind: operation.kind };
  }
}
