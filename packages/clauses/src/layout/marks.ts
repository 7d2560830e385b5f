/** Full marks as headings and cells print them: “（20分）”, “分值80”, “10 分”, “最高加30”. */

const IN_HEADING =
  /（(?:共|计|满分|分值)?：?\s*(\d{1,4}(?:\.\d+)?)\s*分?）|分值：?\s*(\d{1,4}(?:\.\d+)?)\s*分?|^\s*[一二三四五六七八九十]{1,3}、[^。；，、：\d]{2,20}(\d{1,3})分$/;
const CELL = /^\s*(?:最高加)?(\d{1,4}(?:\.\d+)?)\s*分?\s*$/;

export function marksInHeading(text: string): string | undefined {
  const match = IN_HEADING.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

export function marksInCell(text: string): string | undefined {
  return CELL.exec(text)?.[1];
}
