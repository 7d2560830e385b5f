/** One character for each: full width to half, traditional to simplified, the many dashes and marks to one of each. */

const FULL_WIDTH_FIRST = 0xff10;
/** Pairs: a mark and the one it stands for. */
const MARKS = '．.％%＋+－-—-–-―-～-~-〜-‐-‑-−-＝=＞>＜<／/＊*:：;；,，(（)）[（]）［（］）•·﹪%﹢+';

const TRADITIONAL =
  '於於達計項個處發現滿獎減過標準評為類級條戶萬億較優總數點實際應備時對無沒臺會議記錄報遲謊瞞屬區縣鄉鎮傳訓檢隱結額範圍與從該責職倍罰資產長專業務員單開關績效稱榮譽據動態種樣車輛課題樓層組隊見測監驗領導書兩餘雙後來給經費讓辦門間規則約談擴歸檔編製繳納損壞傷殘亡誤調動執';
const SIMPLIFIED =
  '于于达计项个处发现满奖减过标准评为类级条户万亿较优总数点实际应备时对无没台会议记录报迟谎瞒属区县乡镇传训检隐结额范围与从该责职倍罚资产长专业务员单开关绩效称荣誉据动态种样车辆课题楼层组队见测监验领导书两余双后来给经费让办门间规则约谈扩归档编制缴纳损坏伤残亡误调动执';

const SAME = new Map<string, string>([
  ...(MARKS.match(/../g) ?? []).map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
  ...[...TRADITIONAL].map((from, index): [string, string] => [from, SIMPLIFIED.charAt(index)]),
]);

/** The character scoring words are written with; every result is one UTF-16 unit, as its source is. */
export function normalCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= FULL_WIDTH_FIRST && code <= 0xff5a && /[0-9A-Za-z]/.test(String.fromCharCode(code - 0xfee0))) {
    return String.fromCharCode(code - 0xfee0);
  }
  return SAME.get(character) ?? character;
}

/** A text of the same length in normal characters, for looking things up by place. */
export function normalCharacters(text: string): string {
  let normal = '';
  for (let index = 0; index < text.length; index += 1) normal += normalCharacter(text.charAt(index));
  return normal;
}
