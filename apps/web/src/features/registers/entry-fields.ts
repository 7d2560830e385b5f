/** The fields of each register's form row; what may be chosen comes from the scheme. */
import type { Language, Scheme } from '@kaohe/scoring';
import type { ParseKeys } from 'i18next';
import { indicatorsFor } from './indicators';
import type { ShownRegister } from './shown-registers';

export type Values = Readonly<Record<string, string>>;

export interface EntryField {
  readonly name: string;
  readonly label: ParseKeys;
  readonly kind: 'day' | 'text' | 'long' | 'count' | 'decimal' | 'choice' | 'yes-no' | 'suggest';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
}

export interface FieldContext {
  readonly scheme: Scheme;
  readonly language: Language;
  readonly values: Values;
}

/** The fields to draw now: some appear only after others are filled. */
export function fieldsOf(register: ShownRegister, context: FieldContext): EntryField[] {
  switch (register) {
    case 'accidents':
      return accidentFields(context);
    case 'indicators':
      return indicatorFields(context);
    case 'talks':
      return [
        unitField(context),
        { ...field('by', 'suggest'), options: talkingBodies(context.scheme).map(same) },
        DAY,
        NOTE,
      ];
    case 'commendations':
      return commendationFields(context);
    case 'patrol-findings':
      return [unitField(context), DAY, field('group', 'text'), PLACE, field('finding', 'long')];
    case 'inspections':
      return [
        unitField(context),
        DAY,
        inspectionKind(context),
        field('inspector', 'text'),
        PLACE,
        field('finding', 'long'),
      ];
  }
}

const field = (name: FieldName, kind: EntryField['kind']): EntryField => ({
  name,
  label: `registers.fields.${name}`,
  kind,
});
type FieldName = ParseKeys extends infer Key ? (Key extends `registers.fields.${infer Name}` ? Name : never) : never;

const same = (value: string) => ({ value, label: value });
const DAY = field('on', 'day');
const NOTE: EntryField = { ...field('note', 'text'), optional: true };
const PLACE: EntryField = { ...field('spot', 'text'), optional: true };
const inspectionKind = ({ language }: FieldContext): EntryField => ({
  ...field('inspectionKind', 'choice'),
  options: Object.entries(INSPECTION_KINDS).map(([value, zh]) => ({ value, label: language === 'en' ? value : zh })),
});
export const INSPECTION_KINDS: Readonly<Record<string, string>> = { routine: '日常检查', unannounced: '暗访' };
const INDUSTRIES = ['工矿商贸', '建筑施工', '道路交通', '火灾', '特种设备', '危险化学品', '煤矿'];

function unitOptions({ scheme, language }: FieldContext, kinds: 'all' | 'places' | 'departments') {
  return scheme.population.units
    .filter((unit) => kinds === 'all' || (unit.class === 'department') === (kinds === 'departments'))
    .map(({ name, nameEn }) => ({ value: name, label: language === 'en' ? `${name} ${nameEn}` : name }));
}

const unitField = (context: FieldContext): EntryField => ({
  ...field('unit', 'choice'),
  options: unitOptions(context, 'all'),
});

function accidentFields(context: FieldContext): EntryField[] {
  return [
    field('id', 'text'),
    DAY,
    { ...field('place', 'choice'), options: unitOptions(context, 'places') },
    { ...field('industry', 'suggest'), options: INDUSTRIES.map(same), optional: true },
    { ...field('department', 'choice'), options: unitOptions(context, 'departments'), optional: true },
    field('deaths', 'count'),
    field('seriousInjuries', 'count'),
    field('directEconomicLossYuan', 'decimal'),
    { ...field('responsible', 'yes-no'), optional: true },
    { ...field('final', 'yes-no'), optional: true },
    NOTE,
  ];
}

function indicatorFields(context: FieldContext): EntryField[] {
  const { scheme, values } = context;
  const indicator: EntryField = {
    ...field('indicator', 'choice'),
    options: indicatorsFor(scheme, values.unit).map(({ name }) => same(name)),
  };
  const start = [unitField(context), indicator, { ...field('notApplicable', 'yes-no'), optional: true }];
  if (values.notApplicable === 'yes') return [...start, field('reason', 'text')];
  const edition: EntryField = { ...field('edition', 'suggest'), options: ['初步核算', '最终核实'].map(same) };
  return [...start, field('numerator', 'decimal'), field('denominator', 'decimal'), edition, field('source', 'text')];
}

function commendationFields(context: FieldContext): EntryField[] {
  const { scheme, language, values } = context;
  const { kinds } = scheme.bonus;
  const kind: EntryField = {
    ...field('kind', 'choice'),
    options: kinds.map((one) => ({
      value: one.kind,
      label: language === 'en' ? `${one.name} ${one.nameEn}` : one.name,
    })),
  };
  const levels = Object.entries(kinds.find((one) => one.kind === values.kind)?.levels ?? {});
  const level: EntryField = {
    ...field('level', 'choice'),
    options: levels.map(([value, points]) => ({
      value,
      label: `${language === 'en' ? value : (LEVELS[value] ?? value)} +${points}`,
    })),
  };
  return [
    unitField(context),
    field('deed', 'text'),
    kind,
    ...(levels.length > 0 ? [level] : []),
    field('proof', 'text'),
  ];
}

export const LEVELS: Readonly<Record<string, string>> = { nation: '国家', province: '省', city: '市' };

/** Whose talks the scheme counts. */
function talkingBodies({ awards, vetoes }: Scheme): string[] {
  const conditions = [...vetoes, ...awards.flatMap(({ disqualified }) => disqualified)].map(({ when }) => when);
  return [...new Set(conditions.flatMap((when) => (when.kind === 'talks' ? when.by : [])))];
}
