/** One clause's observation as lines. What these lines cannot say is left to the verbatim line. */
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { type FactLine, factLine } from './fact-line.js';
import { OBSERVATION_FIELDS, renderValue } from './vocabulary.js';

type Head = Pick<FactLine, 'unit' | 'subject'>;

export const ACTUAL = '实际次数';
export const ABSENT = '缺项';
export const OCCASION_ABSENT = '场次缺项';
export const OCCASION_NAME = '场次名称';
/** A requirement that holds for each zone, where there is none. */
export const NO_ZONE = '无对象';

/** The lines, remarks on the first; undefined where a part has no line. */
export function observationLines(head: Head, observation: RawObject): FactLine[] | undefined {
  const { note, evidence, ...stated } = observation;
  const lines = Object.entries(stated).map(([key, value]) => fieldLines(key, value));
  if (lines.some((one) => one === undefined)) return undefined;
  const [first = {}, ...others] = lines.flatMap((one) => one ?? []);
  const remarks = { note: typeof note === 'string' ? note : '', evidence: evidenceText(evidence) };
  return [first, ...others].map((line, index) => factLine({ ...head, ...line, ...(index === 0 && remarks) }));
}

export function evidenceText(evidence: RawTree | undefined): string {
  if (evidence === undefined || typeof evidence === 'string' || isRawObject(evidence)) return '';
  return evidence.filter((id) => typeof id === 'string').join('、');
}

type Lines = Partial<FactLine>[] | undefined;

function fieldLines(key: string, value: RawTree): Lines {
  if (key === 'actual') return isRawObject(value) ? all(Object.entries(value).map(actualLines)) : undefined;
  if (key === 'absent') return absentLines(ABSENT, value);
  if (key === 'occasions') return occasionLines(value);
  const single = singleLine(key, value);
  if (single) return [single];
  if (!isRawObject(value)) return undefined;
  const named = Object.entries(value).map(([inner, leaf]) => singleLine(inner, leaf));
  return all(named.map((line) => line && [{ ...line, name: key }]));
}

/** All of them, or none where one of them has no lines. */
function all(parts: readonly Lines[]): Lines {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function singleLine(key: string, value: RawTree): Partial<FactLine> | undefined {
  const field = OBSERVATION_FIELDS.find((one) => one.key === key);
  const typed = field && typeof value === 'string' ? renderValue(field.type, value) : undefined;
  return field && typed !== undefined ? { field: field.word, value: typed } : undefined;
}

function actualLines([name, counts]: [string, RawTree]): Lines {
  if (typeof counts === 'string' || isRawObject(counts)) return periodLines({ name }, counts);
  if (counts.length === 0) return [{ name, field: ACTUAL, value: NO_ZONE }];
  return all(counts.map((zone, index) => periodLines({ name, ordinal: `${index + 1}` }, zone)));
}

function periodLines(head: Partial<FactLine>, counts: RawTree): Lines {
  if (typeof counts === 'string') return [{ ...head, field: ACTUAL, value: counts }];
  if (!isRawObject(counts)) return undefined;
  return Object.entries(counts).map(([period, count]) => ({
    ...head,
    period,
    field: ACTUAL,
    value: typeof count === 'string' ? count : '',
  }));
}

function absentLines(field: string, parts: RawTree): Lines {
  if (typeof parts === 'string' || isRawObject(parts)) return undefined;
  if (parts.length === 0) return [{ field, value: '无' }];
  return parts.map((name) => ({ field, name: typeof name === 'string' ? name : '', value: '是' }));
}

function occasionLines(occasions: RawTree): Lines {
  if (typeof occasions === 'string' || isRawObject(occasions)) return undefined;
  return all(occasions.map((occasion, index) => occasionLine(`${index + 1}`, occasion)));
}

function occasionLine(ordinal: string, occasion: RawTree): Lines {
  if (!isRawObject(occasion)) return undefined;
  const { what, absent = '' } = occasion;
  const named = typeof what === 'string' ? [{ ordinal, field: OCCASION_NAME, value: what }] : [];
  const lines = absentLines(OCCASION_ABSENT, absent)?.map((line) => ({ ...line, ordinal }));
  return lines && [...named, ...lines];
}
