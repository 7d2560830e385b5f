/** What is typed in a form row ↔ the body of an entry. Fields whose name another register uses differently are renamed here. */
import type { RegisterEntry } from '@kaohe/api-contract';
import type { EntryField, Values } from './entry-fields';
import type { SentEntry } from './requests';
import type { ShownRegister } from './shown-registers';

const IN_BODY: Readonly<Record<string, string>> = { spot: 'place', inspectionKind: 'kind', inspector: 'by' };
const nameInBody = (register: ShownRegister, name: string): string =>
  register === 'accidents' ? name : (IN_BODY[name] ?? name);

/** What is sent: the fields drawn, empty optional ones left out; what the form does not show of an entry stays in it. */
export function sentOf(
  register: ShownRegister,
  { fields, values, before }: { fields: readonly EntryField[]; values: Values; before?: RegisterEntry | undefined },
): SentEntry {
  const versions = before?.body.versions;
  const body: Record<string, unknown> = versions === undefined ? {} : { versions };
  for (const { name, kind } of fields) {
    const typed = plain(kind, values[name] ?? '');
    if (name === 'unit') continue;
    const isLeftOut = kind === 'yes-no' ? typed !== 'yes' && name !== 'responsible' : typed === '';
    if (!isLeftOut) body[nameInBody(register, name)] = typedValue(kind, typed);
  }
  return register === 'accidents' ? { body } : { unit: values.unit ?? '', body };
}

/** Full-width digits are digits; prose keeps its punctuation. */
function plain(kind: EntryField['kind'], text: string): string {
  return (kind === 'count' || kind === 'decimal' ? text.normalize('NFKC') : text).trim();
}

function typedValue(kind: EntryField['kind'], typed: string): unknown {
  if (kind === 'yes-no') return typed === 'yes';
  if (kind === 'count') return /^\d{1,7}$/.test(typed) ? Number(typed) : typed;
  return typed;
}

/** An entry as it stands in the form row. */
export function valuesOf(register: ShownRegister, { unit, body }: RegisterEntry): Values {
  const renamed = new Map(Object.entries(IN_BODY).map(([name, inBody]) => [inBody, name]));
  const values = Object.entries(body).flatMap(([key, value]) => {
    if (typeof value === 'object') return [];
    const name = register === 'accidents' || !isRenamed(register, key) ? key : (renamed.get(key) ?? key);
    return [[name, typeof value === 'boolean' ? (value ? 'yes' : '') : String(value)]];
  });
  return { unit, ...Object.fromEntries(values) };
}

/** `kind` and `by` are plain names elsewhere. */
function isRenamed(register: ShownRegister, key: string): boolean {
  if (key === 'place') return true;
  return register === 'inspections' && (key === 'kind' || key === 'by');
}
