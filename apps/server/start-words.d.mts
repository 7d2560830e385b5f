type Told = { readonly code: 0 | 2; readonly said: string };
export function readWords(words: readonly string[]): Told | { readonly init: boolean };
export function tellWords(told: Told): void;
