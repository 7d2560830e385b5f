/** Patterns of Chinese scoring text that hold for any such document. */

/** Text without white space and punctuation: the same sentence set in another type. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/[\s，,。.；;：:、（）()“”"'《》—–-]+/g, (mark) => (mark === '.' ? '.' : ''));
}

/** Text without white space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

const POINTS = /\d+(?:\.\d+)?\s*分(?!之|制)/;
const FORFEIT = /不得分|不予?(?:计|记)分|扣完|扣光|得零分|否决/;

/** States how many points: 扣 1 分, 8分. */
export function statesPoints(text: string): boolean {
  return POINTS.test(text);
}

/** Takes everything without a number: 此大项均不得分, 扣完本大项分值. */
export function statesForfeit(text: string): boolean {
  return FORFEIT.test(text);
}

/** Scores something: 扣1分, 加 2 分, 得3分. */
export function scores(text: string): boolean {
  return /(?:扣|得|加|记|计|减)\s*(?:除|去)?\s*\d+(?:\.\d+)?\s*分/.test(text);
}

/** The parts of a cell between stops, without the white space around them. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[\n\t。；;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The sentence of a cell that a quote ends: from the stop before it (。 or ；) to the end of the quote. */
export function sentenceAround(cell: string, quote: string): string {
  const end = cell.indexOf(quote);
  if (end < 0) return quote;
  const before = cell.slice(0, end);
  const start = Math.max(...['。', '；', ';', '\n'].map((stop) => before.lastIndexOf(stop)));
  return withoutPoints(cell.slice(start + 1, end + quote.length));
}

/** “8分 3. 建立…”: points printed behind a stop belong to the sentence before. */
function withoutPoints(sentence: string): string {
  return sentence.replace(/^\s*\d+(?:\.\d+)?\s*分(?=\s*\d+[.．、])/, '').trim();
}

/** A text in short, for a title. */
export function shortened(text: string, most = 40): string {
  const characters = [...squeezed(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most).join('')}…`;
}
