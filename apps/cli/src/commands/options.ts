/** Options several verbs have. */
import type { Language } from '@kaohe/scoring';
import { Option } from 'commander';

export interface CommonOptions {
  readonly json?: true;
  readonly lang: Language;
}

export interface ReadingOptions {
  readonly readings?: readonly string[];
}

export const jsonOption = () => new Option('--json', '给程序用 / for programs');

export const languageOption = () =>
  new Option('--lang <language>', '文字的语言 / language of the text').choices(['zh', 'en']).default('zh');

export const readingsOption = () =>
  new Option('--readings <name=alternative...>', '换用另一种读法 / another reading than the adopted one');
