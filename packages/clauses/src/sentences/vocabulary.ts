/** The words patterns are made of: numbers, units, verbs that count. All of them sources of regular expressions. */

export const NUMBER = '\\d+(?:\\.\\d+)?';

const COUNTED_UNITS =
  '人次|批次|车次|日次|家次|户次|项次|班次|处次|件次|个|家|次|起|人|项|处|类|件|户|篇|条|块|份|卷|案|台|具|级|讲|样|种|名|例|宗|所|辆|座|栋|只|张|本|期|场|点|批|部|套|组|队|间|页|门|面|盏|株|棵|支|颗|课时|学时|课|村|校|班|单|册|幅|位|笔|幢|盘|节|刊|档|道|口|艘|架|项目|期次|辆次|台次|艘次|位次|班次|轮|站|所|岗|扇|头|环节|要素|方面|步骤';
const TIME_UNITS = '个?工作日|个?小时|分钟|个月|个?季度|半年|天|日|周|旬|月|年|季';
const MEASURED_UNITS =
  '个?百分点|‰|%|微克\\/立方米|毫克\\/升|千瓦时|千瓦|兆瓦|秒|升|毫克|延米|平方米|立方米|公里|万元|亿元|元|万吨|吨|亩|公顷|毫米|厘米|米|千克|公斤|分贝|度';

/** Longest first, so that 人次 is never read as 人. */
/** “村次”, “点次”: so many of one, so many times. */
const TIMES = '[个家起人项处户条份台辆座栋场点批部组队间店站车村校班]次';
export const UNIT = `(?:${MEASURED_UNITS}|${TIMES}|${COUNTED_UNITS.split('|')
  .filter((unit) => unit.length > 1)
  .join('|')}|${TIME_UNITS}|${COUNTED_UNITS.split('|')
  .filter((unit) => unit.length === 1)
  .join('|')})`;
export const PERIOD = '(?:半年|两周|双周|半月|双月|季度|个?月|年度?|周|旬|季|日|天|学期|班)';

const MEASURED = new RegExp(`^(?:${MEASURED_UNITS})$`);
const TIME = new RegExp(`^(?:${TIME_UNITS})$`);

export const isMeasured = (unit: string): boolean => MEASURED.test(unit);
export const isTime = (unit: string): boolean => TIME.test(unit);

const FALLING = /低|跌|少|降|减|不足|缺|差|落后/;
const RISING = /高|超|增|提|升|多|推迟|延|逾|迟|晚|拖|滞后|长|涨/;
const LATE = /推迟|延|逾|超|迟|晚|拖|滞后|提前/;

/** Which way a verb moves a quantity. */
export function directionOf(verb: string): 'below' | 'above' | undefined {
  if (RISING.test(verb)) return 'above';
  return FALLING.test(verb) ? 'below' : undefined;
}

export const isLate = (verb: string): boolean => LATE.test(verb);
export const isMissing = (verb: string): boolean => /少|缺|差(?!错)|欠|短缺/.test(verb);

const CHINESE_DIGITS = '零一二三四五六七八九十';

/** `一`, `两`, `十`, `3` as decimal text. */
export function numberOf(text: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return text;
  if (text === '两') return '2';
  const digit = CHINESE_DIGITS.indexOf(text);
  return text.length === 1 && digit >= 0 ? String(digit) : undefined;
}

/** How severe an event is; in this order. */
export const SEVERITY = /轻微伤|亡人|轻伤|重伤|死亡|伤亡|特别重大|特大|重特大|重大|较大|一般/;
/** Whose recognition a level is. */
export const LEVEL = /国家|国务院|中央|全国|部委|生态环境部|应急管理部|省|市|县|区|镇|乡|[^，。；]部(?=、|$)/;
/** A thing that is there, but badly. */
export const DEGRADED =
  /不(?:够)?(?:完善|健全|齐全|到位|全|足|够|规范|完整|明确|具体|及时|达标|详细|清楚|细|准确|符合)|更新|有但|但不|但未|但没|但失|而无|而未|但无|不齐|不彻底|不全面|不深入|不严|虽|(?<!没)有[^，。；、]{1,6}(?:没有|而没)|流于形式|质量(?:差|不高)|较差|不力|部分/;
export const ABSENT = /未|没有?|无|不(?:制定|建立|设立|开展|落实)|缺失|缺少/;
