/** Full marks as headings and cells print them: “（20分）”, “（基本分40分，扣完为止）”, “分值80”, “10 分”, “最高加30”. */

const NUMBER = '(\\d{1,4}(?:\\.\\d+)?)';
const WORD = '(?:共计?|合计|计|满分|总分|分值|标准分|基[本准]分|权重分?|配分)?(?:为|：)?';
/** In brackets, with more behind a comma. */
const BRACKETED = `（${WORD}\\s*${NUMBER}\\s*(?:分?|分[，；、][^（）]{0,20})）`;
const TEN = '[一二三四五六七八九十]{1,3}';
const NUMBERED = `^\\s*(?:第?${TEN}(?:[、\\s]|部分|[章篇编类])|（${TEN}）|[甲-癸壹贰叁肆伍陆柒捌玖拾]、)`;
/** Behind the name of a numbered heading, with “分”, apart from it, or run together with a department. */
const BARE = `${NUMBERED}[^。；，、：\\d]{2,20}?(?:(\\d{1,3})\\s*分|\\s(\\d{1,3})|(\\d{1,3})(?:[\\u4e00-\\u9fa5]{1,7}[部局科处室办])?)\\s*$`;

const IN_HEADING = new RegExp(`${BRACKETED}|分值：?\\s*${NUMBER}\\s*分?|${BARE}`);
const CELL = /^\s*(?:最高加)?(\d{1,4}(?:\.\d+)?)\s*分?\s*$/;

/** A heading as far as its marks go. */
export const TITLE_WITH_MARKS = new RegExp(`^[^。；，]{0,30}?${BRACKETED}[。：]?`);
/** Marks and nothing behind them. */
export const ENDS_WITH_MARKS = new RegExp(`(?:${BRACKETED}|分值：?\\s*\\d{1,4}分?)\\s*[：。]?\\s*$`);

export function marksInHeading(text: string): string | undefined {
  return IN_HEADING.exec(text)
    ?.slice(1)
    .find((one) => one !== undefined);
}

export function marksInCell(text: string): string | undefined {
  return CELL.exec(text)?.[1];
}
