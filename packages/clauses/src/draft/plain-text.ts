/** A document's text as it is kept: line ends as LF, nothing that neither a file nor a database can hold. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNKEPT, '');
}

/** Control characters but tabs and line ends, halves of characters, and marks of the byte order. */
const UNKEPT = /[^\P{Cc}\n\t]|[\p{Cs}\ufeff\ufffe\uffff]/gu;
