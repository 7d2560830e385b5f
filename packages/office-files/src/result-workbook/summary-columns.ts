/** The columns of 汇总: those that are shown first, then those that only formulas read. */
import type { Program } from '@kaohe/scoring';
import { gradeOrder } from './grade-formulas.js';

type Head = readonly [key: string, text: string, width: number];

export function columnsOf(program: Program): { readonly heads: readonly Head[]; readonly shown: number } {
  const parts = new Map(
    [...program.sheets.values()].flatMap(({ sheet }) => sheet.parts.map(({ id, name }) => [id, name] as const)),
  );
  const { vetoes, awards } = program.scheme;
  const shown: Head[] = [
    ['number', '序号', 6],
    ['unit', '单位', 22],
    ...[...parts].map(([id, name]): Head => [`part ${id}`, name, 12]),
    ['sheet', '细则表得分', 12],
    ['bonus', '加分', 9],
    ['total', '总分', 15],
    ['rank', '名次', 9],
    ['grade', '等次', 20],
    ...vetoes.map(({ id, name }): Head => [`veto ${id}`, `否决：${name}`, 12]),
    ...awards.map(({ id, name }): Head => [`award ${id}`, name, 12]),
    ['system', '系统得分', 15],
    ['agrees', '核对', 8],
    ['wrong', '填错的格', 9],
  ];
  const order = gradeOrder(program);
  const hidden: Head[] = [
    ['least', '总分·最低', 12],
    ['most', '总分·最高', 12],
    ['common', '公分母', 9],
    ...vetoes.map(({ id, name }): Head => [`state ${id}`, `${name}（2触发，1可能）`, 10]),
    ['vetoed', '否决', 8],
    ['rank least', '名次·最好', 9],
    ['rank most', '名次·最差', 9],
    ...program.bands.map(({ grade }): Head => [`reached ${grade}`, `达到${grade}`, 9]),
    ...order.map((grade): Head => [`computed ${grade}`, `名额后${grade || '无等次'}`, 9]),
    ...order.map((grade): Head => [`stands ${grade}`, grade, 9]),
    ...vetoes.map(({ id, name }): Head => [`falls ${id}`, `可能因${name}`, 9]),
  ];
  return { heads: [...shown, ...hidden], shown: shown.length };
}
