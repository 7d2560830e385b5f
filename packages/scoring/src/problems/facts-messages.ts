/** Messages about FACTS. */
import { text } from '../wording/text.js';
import { listed, type Messages, suggestion } from './phrases.js';
import type { ProblemCode } from './problem.js';
import type { SchemeCode } from './scheme-messages.js';

export const FACTS_MESSAGES: Messages<Exclude<ProblemCode, SchemeCode>> = {
  'unknown-key': ({ key, known }) =>
    text(
      `不认识“${key}”。这里可写：${listed(known).zh}。`,
      `“${key}” is not known here. Allowed: ${listed(known).en}.`,
    ),
  'missing-key': ({ key, example }) => text(`缺少“${key}”，例如 ${example}。`, `“${key}” is missing, e.g. ${example}.`),
  'wrong-shape': ({ expected, expectedEn, found }) =>
    text(
      found === '' ? `这里应是${expected}，但没有填写。` : `这里应是${expected}，写的是“${found}”。`,
      found === '' ? `Expected ${expectedEn}; nothing is stated.` : `Expected ${expectedEn}, found “${found}”.`,
    ),
  'other-scheme': ({ scheme, asked }) =>
    text(
      `这份事实文件是“${scheme}”的，这次要按“${asked}”计分。请换方案或换文件。`,
      `The facts are of “${scheme}”, the call asks for “${asked}”. Use the other scheme or the other file.`,
    ),
  'talk-by-other': ({ by, known }) =>
    text(
      known.length === 0
        ? `本方案不计约谈，“${by}”的约谈没有作用。`
        : `“${by}”的约谈不计：只计 ${listed(known).zh} 的约谈。如果写法不同，请改成这个写法。`,
      known.length === 0
        ? `The scheme counts no talks; the one by “${by}” has no effect.`
        : `A talk by “${by}” does not count; only those by ${listed(known).en} do. If it is one of them, write it so.`,
    ),
  'rating-not-used': ({ unit, form }) =>
    text(
      `“${unit}”不用《${form}》评分，请核对是否写错了单位。`,
      `“${unit}” is not rated on “${form}”. Check the unit.`,
    ),
  'unknown-reading': ({ name, known }) =>
    text(
      `方案没有读法“${name}”。可选：${listed(known).zh}。`,
      `The scheme has no reading “${name}”. Known: ${listed(known).en}.`,
    ),
  'unknown-alternative': ({ name, alternative, known }) =>
    text(
      `读法“${name}”没有“${alternative}”这一种。可选：${listed(known).zh}。`,
      `Reading “${name}” has no alternative “${alternative}”. Known: ${listed(known).en}.`,
    ),
  'unknown-unit': ({ unit, near }) => {
    const otherwise = text(
      '名单以外的单位请写明 sheet 和 class。',
      'For a unit outside the list state its sheet and class.',
    );
    const hint = suggestion(near, otherwise);
    return text(`考核对象里没有“${unit}”。${hint.zh}`, `“${unit}” is not an assessed unit. ${hint.en}`);
  },
  'duplicate-unit': ({ unit, same }) =>
    text(
      `“${unit}”与“${same}”是同一单位，只能出现一次。请合并。`,
      `“${unit}” and “${same}” are one unit, which may appear once. Merge them.`,
    ),
  'unknown-sheet': ({ sheet, known }) =>
    text(
      `没有细则表“${sheet}”。可用：${listed(known).zh}。`,
      `There is no sheet “${sheet}”. Known: ${listed(known).en}.`,
    ),
  'unknown-class': ({ class: unitClass, known }) =>
    text(
      `这张细则表不适用于类别“${unitClass}”。可用：${listed(known).zh}。`,
      `The sheet does not apply to class “${unitClass}”. Known: ${listed(known).en}.`,
    ),
  'unknown-clause': ({ clause, near }) => {
    const hint = suggestion(
      near,
      text('请对照方案的条款编号（kaohe show）。', 'Look the clause ids up with kaohe show.'),
    );
    return text(`细则表没有条款“${clause}”。${hint.zh}`, `The sheet has no clause “${clause}”. ${hint.en}`);
  },
  'unknown-row': ({ row, near }) => {
    const hint = suggestion(near, text('行号形如 county/7。', 'Row ids look like county/7.'));
    return text(`细则表没有“${row}”这一行。${hint.zh}`, `The sheet has no row “${row}”. ${hint.en}`);
  },
  'not-applicable-class': ({ clause, classes, quote }) =>
    text(
      `${clause}（${quote}）只适用于 ${listed(classes).zh}，请删去这一条。`,
      `${clause} (${quote}) applies to ${listed(classes).en} only. Remove it.`,
    ),
  'not-applicable-unit': ({ clause, units, quote }) =>
    text(
      `${clause}（${quote}）只适用于 ${listed(units).zh}，请删去这一条。`,
      `${clause} (${quote}) applies to ${listed(units).en} only. Remove it.`,
    ),
  'register-typed': ({ clause, register, quote }) =>
    text(
      `${clause}（${quote}）由台账 ${register} 自动得出，不能手填。请把事实写进 ${register}。`,
      `${clause} (${quote}) follows from the register ${register}; it is never typed. State the fact in ${register}.`,
    ),
  'not-whole': ({ value }) =>
    text(`应填从 0 起的整数，写的是“${value}”。`, `Expected a whole number from 0, found “${value}”.`),
  'negative-count': ({ value }) =>
    text(`不能是负数：“${value}”。请填从 0 起的数。`, `“${value}” is negative. State a number from 0.`),
  'not-a-number': ({ value }) =>
    text(
      `“${value}”不是小数。请只写数字，例如 0.5，不带单位。`,
      `“${value}” is not a decimal. Write digits only, e.g. 0.5, without a unit.`,
    ),
  'not-yes-no': ({ value }) =>
    text(`应填 true 或 false，写的是“${value}”。`, `Expected true or false, found “${value}”.`),
  'out-of-range': ({ value, least, most }) =>
    text(
      `${value} 超出范围，应在 ${least} 至 ${most} 之间。`,
      `${value} is out of range: expected ${least} to ${most}.`,
    ),
  'zero-denominator': () =>
    text(
      '分母为 0，无法计算。没有分母的请写 notApplicable: true。',
      'The denominator is 0. Where there is none, state notApplicable: true.',
    ),
  'numerator-exceeds-denominator': ({ numerator, denominator }) =>
    text(
      `${denominator} 个里不可能有 ${numerator} 个。请核对分子、分母是否填反。`,
      `${numerator} of ${denominator} is impossible. Check whether numerator and denominator are swapped.`,
    ),
  'part-unknown': ({ part, known }) =>
    text(`没有“${part}”这一项。可选：${listed(known).zh}。`, `There is no part “${part}”. Known: ${listed(known).en}.`),
  'part-repeated': ({ part }) =>
    text(`“${part}”写了两次，只计一次，请删去一个。`, `“${part}” is listed twice. Remove one.`),
  'requirement-unknown': ({ what, known }) =>
    text(
      `没有“${what}”这一要求。可选：${listed(known).zh}。`,
      `There is no requirement “${what}”. Known: ${listed(known).en}.`,
    ),
  'period-unknown': ({ period, known }) =>
    known.length === 0
      ? text(
          `这是全年次数，请直接填一个数，不分时段（“${period}”）。`,
          `This is a yearly count: state one number, not “${period}”.`,
        )
      : text(
          `没有时段“${period}”。可用：${listed(known).zh}。`,
          `There is no period “${period}”. Known: ${listed(known).en}.`,
        ),
  'rung-unknown': ({ rung, known }) =>
    text(`没有“${rung}”这一档。可选：${listed(known).zh}。`, `There is no rung “${rung}”. Known: ${listed(known).en}.`),
  'ballot-above-scale': ({ value, least, most }) =>
    text(
      `评分“${value}”不在 ${least}—${most} 之间。请核对评价表。`,
      `The mark “${value}” is not within ${least}–${most}. Check the form.`,
    ),
  'too-many-ballots': ({ ballots, raters }) =>
    text(
      `有 ${ballots} 票，但评分人只有 ${raters} 名。请核对是否重复录入。`,
      `${ballots} ballots from ${raters} raters. Check for one entered twice.`,
    ),
  'ballot-decimals': ({ value, decimals }) =>
    text(`评分“${value}”最多可有 ${decimals} 位小数。`, `The mark “${value}” may have at most ${decimals} decimals.`),
  'too-few-ballots': ({ ballots, trim }) =>
    text(
      `只有 ${ballots} 票，去掉最高、最低各 ${trim} 票后没有可计的票。`,
      `${ballots} ballots: none is left once the ${trim} highest and lowest are taken out.`,
    ),
  'class-fixed': ({ unit, sheet, class: unitClass }) =>
    text(
      `“${unit}”在名单里属于 ${sheet} 表、${unitClass} 类，不能另写。请删去 sheet 和 class。`,
      `“${unit}” is on sheet ${sheet}, class ${unitClass}, by the list of units. Remove sheet and class.`,
    ),
  'department-unknown': ({ id, department, near }) =>
    text(
      `事故 ${id} 的行业部门“${department}”不在考核对象里，不计入任何部门。${suggestion(near, text('', '')).zh}`,
      `The department “${department}” of accident ${id} is not assessed; it counts for none. ${suggestion(near, text('', '')).en}`,
    ),
  'ballots-needed': ({ trim }) =>
    text(
      `此表去掉最高、最低各 ${trim} 票，必须逐票填写，不能只填合计。`,
      `The form leaves out the ${trim} highest and lowest ballots: state every ballot, not their sum.`,
    ),
  'bonus-kind-unknown': ({ kind, known }) =>
    text(
      `没有加分类别“${kind}”。可选：${listed(known).zh}。`,
      `There is no bonus kind “${kind}”. Known: ${listed(known).en}.`,
    ),
  'bonus-level-unknown': ({ level, known }) =>
    text(
      level === '' ? `请写明级别 level：${listed(known).zh}。` : `没有级别“${level}”。可选：${listed(known).zh}。`,
      level === ''
        ? `State the level: ${listed(known).en}.`
        : `There is no level “${level}”. Known: ${listed(known).en}.`,
    ),
  'duplicate-accident': ({ id }) => text(`事故编号 ${id} 出现两次。`, `Accident ${id} is listed twice.`),
  'not-a-date': ({ value }) =>
    text(`“${value}”不是日期。请写成 2019-05-06。`, `“${value}” is not a date. Write 2019-05-06.`),
  'outside-period': ({ value, from, to }) =>
    text(
      `${value} 不在考核时限 ${from} 至 ${to} 内，不应列入。`,
      `${value} lies outside the assessed period ${from} to ${to}. Leave it out.`,
    ),
  'fewer-ballots': ({ title, unit, ballots, raters }) =>
    text(
      `${unit} 在《${title}》上只有 ${ballots} 票，应有 ${raters} 票；按实收合计，缺的票不计为 0 分也不补。`,
      `${unit} has ${ballots} of ${raters} ballots on “${title}”; the plain sum is used, no ballot is made up.`,
    ),
  'no-ballots': ({ title, unit, raters }) =>
    text(
      `${unit} 在《${title}》上一票也没有（应有 ${raters} 票），这一部分未知，不按 0 分算。`,
      `${unit} has none of ${raters} ballots on “${title}”: the part is not known, and not zero.`,
    ),
  'place-is-department': ({ unit }) =>
    text(
      `“${unit}”是部门，不是发生地。发生地（place）写事故发生的县（市、区）或开发区；要计入这个部门，把它写在主管部门（department）。`,
      `“${unit}” is a department, not a place. State the district in which it happened as place; for the accident to count for the department, name that as department.`,
    ),
  'window-taken-as-over': ({ id, on, until }) =>
    text(
      `事故 ${id}（${on}）的伤亡人数到 ${until} 还可能变动（30 日内，道路交通、火灾 7 日内）；没有写截至哪一天，也没有写伤亡是否已定，按已定计。已定的写“伤亡已定”（final: true），未定的写 final: false，或者写截至日期（asOf），结果就会标明暂定。`,
      `The casualty count of accident ${id} (${on}) may change until ${until} (30 days, for road traffic and fire 7); neither the day of the facts nor whether it is final is stated, and it is taken as final. State final: true where it is, final: false where it is not, or the day of the facts (asOf): results then say that they are provisional.`,
    ),
  'casualties-not-stated': ({ id, missing }) =>
    text(
      `事故 ${id} 未写 ${listed(missing).zh}，按无记录定级。`,
      `Accident ${id} does not state ${listed(missing).en}; its level is decided on the columns stated.`,
    ),
};
