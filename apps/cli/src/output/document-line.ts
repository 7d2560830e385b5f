/** How a scheme is named in a line: the number of its document, where it has one, and its id. */
import type { Scheme } from '@kaohe/scoring';

export function documentLine({ documentNumber, id }: Scheme): string {
  return documentNumber === undefined ? id : `${documentNumber}  ${id}`;
}
