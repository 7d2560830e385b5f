// The documents and the data carry no telephone numbers: a number leads to a person.
import { matches } from './violations.mjs';

const TELEPHONE = /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/g;
const isGenerated = (path) => /(?:^|\/)package-lock\.json$|\.svg$/.test(path);

/** Mobile and landline numbers. */
export function checkPeople(files) {
  return files
    .filter(({ path }) => !isGenerated(path))
    .flatMap((file) => matches(file, TELEPHONE, 'looks like a telephone number: remove it'));
}
