/** The name of something the document names, in the interface's language. */
import type { Language } from '@kaohe/scoring';

export function nameOf(one: { readonly name: string; readonly nameEn: string }, language: Language): string {
  return language === 'zh' ? one.name : one.nameEn;
}
