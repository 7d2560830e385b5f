/** 说明: what the workbook is, what it was made of, how to check it, the readings in force, and what has no formula. */
import type { Program } from '@kaohe/scoring';
import { NOT_APPLICABLE } from './fact-inputs.js';
import { Grid } from './grid.js';

export interface Made {
  readonly madeOn: string;
  /** Content hashes of the scheme's files and of the facts. */
  readonly edition: string;
  readonly factsHash: string;
  /** Version of the program that scored, where it is known. */
  readonly version?: string | undefined;
}

export interface Described {
  readonly program: Program;
  readonly made: Made;
  readonly scale: number;
  readonly units: number;
  /** Whether a unit multiplies by a denominator of its own. */
  readonly widened: boolean;
  readonly untranslated: readonly string[];
}

export function notesSheet(described: Described): Grid {
  const grid = new Grid('说明');
  grid.orientation = 'portrait';
  grid.widths.push(22, 84);
  grid.words([1, 1], '考核得分复核工作簿（公式）', 'title');
  grid.merged.push([1, 1, 1, 2]);
  let row = 2;
  const section = (title: string, lines: readonly (readonly [string, string])[]) => {
    grid.words([row, 1], title, 'section');
    grid.merged.push([row, 1, row, 2]);
    row += 1;
    for (const [name, text] of lines) {
      grid.words([row, 1], name);
      grid.words([row, 2], text);
      row += 1;
    }
  };
  section('这是什么', about(described));
  section('怎样核对', checking(described));
  section('数字', numbers(described));
  section('采用的理解', readingsInForce(described.program));
  section('没有译成公式的', untranslatedLines(described.untranslated));
  return grid;
}

function about({ program: { scheme }, made, units }: Described): [string, string][] {
  return [
    ['方案', `${scheme.title}${scheme.documentNumber ? `（${scheme.documentNumber}）` : ''}`],
    ['方案编号、版本', `${scheme.id}　${made.edition}`],
    ['事实的散列值', made.factsHash],
    ...(made.version === undefined ? [] : [['计分程序', made.version] as [string, string]]),
    ['导出日期、单位数', `${made.madeOn}　${units}个`],
    [
      '内容',
      '每个单位的得分由公式从“事实”各表重新算出，不用系统的程序。黄色格是填写的事实，其余的数字都是公式或方案的参数。',
    ],
  ];
}

function checking({ program }: Described): [string, string][] {
  return [
    ['第一步', '在 Excel、WPS 或 LibreOffice 中打开，按 Ctrl+Shift+F9（WPS、LibreOffice 相同）全部重算。'],
    ['第二步', '看“汇总”的“核对”栏：全是“一致”，说明公式算出的总分与系统导出时的总分逐字相同。'],
    ['第三步', '打开一个单位的表：每条评分标准一行，左边是原文和计算方法，右边是用到的事实、中间数和得分。'],
    ['试改事实', '改黄色格，得分、名次、等次随之变化；“核对”栏变成“不同”是因为系统得分是改之前的。'],
    ['没有核的', '空着。得分给出最低和最高两种极端；“已核”填1的行，没有填的算没有问题。'],
    [NOT_APPLICABLE, `整条不适用的，在该条第一个黄色格写“${NOT_APPLICABLE}”。`],
    [
      '工作表',
      `说明；汇总；每个单位一张；事实${program.sheets.size > 1 ? `1—${program.sheets.size}` : '1'}；事故；加分；评价表。`,
    ],
  ];
}

function numbers({ scale, widened }: Described): [string, string][] {
  return [
    [
      '为什么是整数',
      `“应计”“计入”各栏都是整数＝分数×${scale}。二进制小数（如0.1）不精确，整数精确，所以哪一位都不靠小数决定。`,
    ],
    [
      '公分母',
      widened
        ? '有按比例扣分的条款时，除不尽的数先乘以本单位的公分母，得分显示为分数（如85/3）。'
        : '本方案的得分都能写成整数÷上面的倍数，不用公分母。',
    ],
    ['四舍五入', '只有评价表的换算分按方案取整，用整数计算：INT((2×分子＋分母)÷(2×分母))。'],
    [
      '范围',
      '“事实”各表写明每个数最多几位小数、最大是多少。超出的算作“填错的格”；在此以内，各程序的整数运算都是精确的。',
    ],
    ['∞', '没有封顶的事项在未核时没有上下限，写作∞。'],
  ];
}

function readingsInForce({ scheme, readings }: Program): [string, string][] {
  return Object.entries(readings).flatMap(([name, taken]): [string, string][] => {
    const reading = scheme.readings[name];
    if (!reading) return [];
    const words = reading.alternatives[taken]?.text ?? '';
    const other = taken === reading.adopted ? '' : '（不是采用的理解，本工作簿按调用时的选择）';
    return [[reading.question, `${words}${other}（${name}=${taken}）`]];
  });
}

function untranslatedLines(untranslated: readonly string[]): [string, string][] {
  if (untranslated.length === 0) return [['没有', '所有条款都有公式。']];
  return untranslated.map((line): [string, string] => ['系统算出的数', line]);
}
