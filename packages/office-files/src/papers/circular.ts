/**
 * 考核通报: the grades as they are issued. Grades only, never scores; inside a grade the administrative order, districts before
 * departments. No seal is drawn: it is put on the signed paper.
 */
import type { UnitClass } from '@kaohe/scoring';
import {
  annexMark,
  type Block,
  blank,
  body,
  type Cell,
  centered,
  ended,
  flush,
  headCells,
  heading,
  labelled,
  type Paper,
  prose,
  rightLine,
  titleLines,
} from './layout/paper.js';
import { chineseDate, chineseNumber, sentence } from './layout/words.js';
import { sectionsOf } from './order.js';

export interface CircularUnit {
  readonly unit: string;
  readonly class: UnitClass;
  readonly grade: string;
}

export interface CircularAward {
  /** 全市安全生产先进单位 */
  readonly name: string;
  readonly units: readonly string[];
}

export interface CircularData {
  /** The day of issue. */
  readonly madeOn: string;
  /** 郑州市安全生产委员会 */
  readonly issuer: string;
  /** 郑安委〔2020〕5号; square or round brackets become 〔〕. */
  readonly documentNumber?: string | undefined;
  readonly year: string;
  readonly opening: readonly string[];
  /** The scheme's grades, best first. */
  readonly grades: readonly string[];
  /** In administrative order. */
  readonly units: readonly CircularUnit[];
  readonly awards: readonly CircularAward[];
  /** Units that a veto fails. */
  readonly vetoed: readonly string[];
  readonly closing: readonly string[];
}

interface Annex {
  readonly title: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

export function circular(data: CircularData): Paper {
  const { issuer, year, documentNumber, madeOn } = data;
  const annexes = annexesOf(data);
  return {
    title: `${issuer}关于${year}年度安全生产目标考核情况的通报`,
    madeOn,
    orientation: 'portrait',
    blocks: [
      ...ended(
        [
          ...(documentNumber ? [centered(withBrackets(documentNumber), 'fangsong'), blank()] : []),
          ...titleLines([issuer, `关于${year}年度安全生产目标考核情况的通报`]),
          blank(),
          flush(`${recipientsOf(data)}：`),
          ...prose(data.opening),
          ...results(data),
          ...prose(data.closing),
          blank(),
          ...annexList(annexes),
        ],
        [blank(), blank(), rightLine(issuer, 2), rightLine(chineseDate(madeOn), 4)],
      ),
      ...annexes.flatMap(annexBlocks),
    ],
  };
}

/** 主送机关: the units and members of the year by name, in administrative order, with a comma between the kinds. */
function recipientsOf({ units }: CircularData): string {
  return sectionsOf(units)
    .map((section) => section.units.map(({ unit }) => unit).join('、'))
    .join('，');
}

/** 文号 has 〔〕 around the year (GB/T 9704-2012, 7.2.5). */
function withBrackets(documentNumber: string): string {
  return documentNumber.replace(/[[(（【［](\d{4})[\])）】］]/, '〔$1〕');
}

/** The grades in the scheme's order; a grade that only a veto gives comes last. */
function gradeGroups({ grades, units }: CircularData): { grade: string; units: CircularUnit[] }[] {
  const all = [...new Set([...grades, ...units.map(({ grade }) => grade)])];
  const ordered = sectionsOf(units).flatMap((section) => section.units);
  return all.map((grade) => ({ grade, units: ordered.filter((unit) => unit.grade === grade) }));
}

function results(data: CircularData): Block[] {
  const groups = gradeGroups(data);
  const counts = groups.map(({ grade, units }) => `${grade}${units.length}个`).join('、');
  const awards = data.awards.filter(({ units }) => units.length > 0);
  const parts: Block[][] = [
    [
      body(
        `考核结果分为${data.grades.join('、')}${chineseNumber(data.grades.length)}个等次。参加考核的单位${data.units.length}个，其中${counts}（名单见附件1，同一等次内按行政区划和部门排列，不分先后）。`,
      ),
    ],
    ...(data.vetoed.length > 0 ? [[labelled('一票否决：', sentence(ordered(data, data.vetoed).join('、')))]] : []),
    ...(awards.length > 0
      ? [[body(`评选出${awards.map(({ name, units }) => `${name}${units.length}个`).join('、')}（名单见附件2）。`)]]
      : []),
  ];
  const titles = [
    '考核结果',
    ...(data.vetoed.length > 0 ? ['否决情况'] : []),
    ...(awards.length > 0 ? ['评先情况'] : []),
  ];
  return parts.flatMap((blocks, index) => [
    heading('hei', `${chineseNumber(index + 1)}、${titles[index] ?? ''}`),
    ...blocks,
  ]);
}

/** Names in administrative order, districts first. */
function ordered({ units }: CircularData, names: readonly string[]): string[] {
  const inOrder = sectionsOf(units).flatMap((section) => section.units.map(({ unit }) => unit));
  return [...inOrder.filter((unit) => names.includes(unit)), ...names.filter((name) => !inOrder.includes(name))];
}

function annexesOf(data: CircularData): Annex[] {
  const graded = gradeGroups(data).flatMap(({ grade, units }) => units.map(({ unit }) => [unit, grade]));
  const awards = data.awards.flatMap(({ name, units }) => ordered(data, units).map((unit) => [unit, name]));
  const numberedRows = (rows: readonly string[][]) => rows.map((row, index) => [`${index + 1}`, ...row]);
  return [
    {
      title: `${data.year}年度安全生产目标考核等次名单`,
      heads: ['序号', '单位', '等次'],
      widths: [1200, 4844, 2800],
      rows: numberedRows(graded),
    },
    ...(awards.length > 0
      ? [
          {
            title: `${data.year}年度安全生产先进单位名单`,
            heads: ['序号', '单位', '荣誉'],
            widths: [1200, 3844, 3800],
            rows: numberedRows(awards),
          },
        ]
      : []),
  ];
}

/** “附件：1. …” one below the other, as the standard sets them. */
function annexList(annexes: readonly Annex[]): Block[] {
  return annexes.map(({ title }, index) => body(`${index === 0 ? '附件：' : '　　　'}${index + 1}. ${title}`));
}

function annexBlocks({ title, heads, widths, rows }: Annex, index: number): Block[] {
  const cells = rows.map((row) => row.map((text): Cell => ({ text, align: 'center' })));
  return [
    annexMark(`附件${index + 1}`),
    ...titleLines([title]),
    blank(),
    {
      kind: 'table',
      widths,
      points: 14,
      headRows: 1,
      vertical: 'center',
      rowPoints: 22,
      rows: [headCells(heads), ...cells],
    },
  ];
}
