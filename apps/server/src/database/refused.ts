/** What an operator can put right about the database, in Chinese and English; whoever starts the server prints both. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.zh = zh;
    this.en = en;
  }
}
