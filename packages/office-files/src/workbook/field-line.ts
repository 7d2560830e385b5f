/** A field of a clause as the line that states it in a table; its value is left to be filled in. */
import { type FactLine, factLine } from '../facts/fact-line.js';
import { ABSENT, ACTUAL, OCCASION_ABSENT } from '../facts/observation-lines.js';
import { OBSERVATION_FIELDS } from '../facts/vocabulary.js';
import type { Field } from './field.js';

type Head = Pick<FactLine, 'unit' | 'subject'>;

export function fieldLines(head: Head, { path, type }: Field): FactLine[] {
  if (type.kind === 'part') return [factLine({ ...head, name: type.part, field: ABSENT })];
  if (type.kind === 'absent') {
    const ordinal = `${Number(path[1]) + 1}`;
    return type.parts.map((name) => factLine({ ...head, ordinal, name, field: OCCASION_ABSENT }));
  }
  return [path[0] === 'actual' ? actualLine(head, path.slice(1)) : namedLine(head, path)];
}

function actualLine(head: Head, [what = '', ...steps]: Field['path']): FactLine {
  const zone = steps.find((step) => typeof step === 'number');
  const period = steps.find((step) => typeof step === 'string');
  const ordinal = zone === undefined ? '' : `${Number(zone) + 1}`;
  return factLine({ ...head, ordinal, name: `${what}`, period: `${period ?? ''}`, field: ACTUAL });
}

/** The last step is the field, one before it the name of its quantity. */
function namedLine(head: Head, path: Field['path']): FactLine {
  const key = path[path.length - 1];
  const field = OBSERVATION_FIELDS.find((one) => one.key === key)?.word ?? '';
  return factLine({ ...head, name: path.length > 1 ? `${path[0]}` : '', field });
}
