/** A sentence in both languages of the interface. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

export function text(zh: string, en: string): Text {
  return { zh, en };
}
