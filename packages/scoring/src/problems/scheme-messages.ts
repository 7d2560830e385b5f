/** Messages about files and schemes. */
import { text } from '../wording/text.js';
import { listed, type Messages } from './phrases.js';
import type { ProblemCode } from './problem.js';

export type SchemeCode = Extract<
  ProblemCode,
  | 'not-utf8'
  | 'too-large'
  | 'not-yaml'
  | 'yaml-alias'
  | 'key-twice'
  | 'nested-too-deeply'
  | 'scheme-shape'
  | 'amount-missing'
  | 'quote-not-in-row'
  | 'repeated-id'
  | 'clause-not-in-item'
  | 'group-member-twice'
  | 'exclusive-not-fixed'
  | 'ladder-overlap'
  | 'quantity-unnamed'
  | 'group-needs-deductions'
  | 'cap-splits-group'
  | 'award-forfeits'
  | 'unknown-form'
  | 'forfeit-needs-floor'
  | 'series-too-short'
  | 'bands-out-of-order'
  | 'undeclared-choice'
>;

export const SCHEME_MESSAGES: Messages<SchemeCode> = {
  'not-utf8': ({ line }) =>
    text(
      `文件不是 UTF-8 编码（第 ${line} 行起无法识别）。请用记事本“另存为”，编码选 UTF-8。`,
      `The file is not UTF-8 (it cannot be read from line ${line} on). Save it again with encoding UTF-8.`,
    ),
  'too-large': ({ size, limit }) =>
    text(
      `文件有 ${size} 字节，超过上限 ${limit} 字节。请确认选对了文件，或按单位拆分。`,
      `The file has ${size} bytes; the limit is ${limit}. Check that it is the right file, or split it by unit.`,
    ),
  'not-yaml': ({ detail }) =>
    text(
      `不是有效的 YAML 或 JSON：${detail}。请检查缩进、冒号和引号。`,
      `Not valid YAML or JSON: ${detail}. Check indents, colons and quotes.`,
    ),
  'yaml-alias': ({ alias }) =>
    text(
      `不支持 YAML 别名（*${alias}）。请把内容写全。`,
      `YAML aliases (*${alias}) are not accepted. Write the content out.`,
    ),
  'key-twice': ({ key }) =>
    text(`“${key}”在同一层写了两次。请合并成一个。`, `“${key}” stands twice on one level. Merge them.`),
  'nested-too-deeply': ({ limit }) =>
    text(
      `嵌套超过 ${limit} 层。事实文件不需要这么深，请检查括号。`,
      `Nested deeper than ${limit} levels. A facts file never is: check the brackets.`,
    ),
  'scheme-shape': ({ detail }) => text(`方案文件写法有误：${detail}`, `The scheme file is not as expected: ${detail}`),
  'amount-missing': ({ clause }) =>
    text(
      `${clause} 没有分值也没有“不得分”。请写 amount 或 forfeits。`,
      `${clause} has neither amount nor forfeits. State one.`,
    ),
  'quote-not-in-row': ({ clause, quote }) =>
    text(
      `${clause} 引的“${quote}”不在该行考核标准里（或次序不对）。请照原文引用。`,
      `${clause} quotes “${quote}”, which is not in the row's text behind the clause before. Quote it as printed.`,
    ),
  'repeated-id': ({ id }) =>
    text(`编号 ${id} 用了不止一次。每个编号只能用一次。`, `The id ${id} is used more than once.`),
  'clause-not-in-item': ({ clause, item }) =>
    text(
      `${item} 的分组提到 ${clause}，但该项没有这一条。`,
      `A group of ${item} names ${clause}, which is not a clause of that item.`,
    ),
  'group-member-twice': ({ clause, item }) =>
    text(`${clause} 在 ${item} 的分组里出现两次。`, `${clause} stands in the groups of ${item} twice.`),
  'exclusive-not-fixed': ({ clause, item }) =>
    text(
      `${item} 的互斥组由 ${clause} 引发，它必须是“是否发生”的条款。`,
      `The exclusive group of ${item} starts from ${clause}, which must be a yes/no clause.`,
    ),
  'ladder-overlap': ({ clause }) => text(`${clause} 的档次有重叠。`, `The rungs of ${clause} overlap.`),
  'unknown-form': ({ part, form }) =>
    text(`部分 ${part} 用的评价表 ${form} 不存在。`, `Part ${part} names the form ${form}, which does not exist.`),
  'forfeit-needs-floor': ({ clause, item }) =>
    text(
      `${clause} 使 ${item} 不得分，该项必须扣到零为止（不能 carry 或 none）。`,
      `${clause} forfeits ${item}, whose floor must be zero (not carry or none).`,
    ),
  'series-too-short': ({ clause }) =>
    text(
      `${clause} 的“以此类推”至少要写出两次的分值。`,
      `${clause} goes on by the step between two amounts: state two at least.`,
    ),
  'bands-out-of-order': ({ grade }) =>
    text(
      `等次“${grade}”的起点不低于上一档。等次要从高到低写。`,
      `The grade “${grade}” does not begin below the one above it. List grades from the best down.`,
    ),
  'undeclared-choice': ({ name, alternative }) =>
    text(
      `选择里的读法“${name}”或它的“${alternative}”没有声明。`,
      `A choice names the reading “${name}” or its alternative “${alternative}”, which is not declared.`,
    ),
  'group-needs-deductions': ({ clause, item }) =>
    text(
      `${item} 的互斥或就高组里有得分条款 ${clause}；这样的组只管扣分。`,
      `A group of ${item} holds ${clause}, which awards; such groups settle deductions only.`,
    ),
  'cap-splits-group': ({ item, inside, outside, cap }) =>
    text(
      `${item} 的“合计最多${cap}分”只管住就高组的 ${listed(inside).zh}，没有管住 ${listed(outside).zh}：扣得越重反而可能总共扣得越少。请把这个组全部写进 caps，或全部不写。`,
      `The cap of ${cap} in ${item} holds ${listed(inside).en} of a highest-only group and not ${listed(outside).en}, so that a larger deduction could cost less. Let the cap hold all of the group, or none of it.`,
    ),
  'award-forfeits': ({ clause }) =>
    text(`${clause} 既得分又不得分，请只写一种。`, `${clause} both awards and forfeits. State one.`),
  'quantity-unnamed': ({ clause }) =>
    text(
      `${clause} 有多条规则，每条都要有带名称的 quantity。`,
      `${clause} has several rules; each needs a quantity with its own name.`,
    ),
};
