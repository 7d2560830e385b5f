/** What stands in the columns of each register's table. */
import type { RegisterEntry } from '@kaohe/api-contract';
import { type Language, type Scheme, SEVERITY_TEXT } from '@kaohe/scoring';
import type { ParseKeys, TFunction } from 'i18next';
import { INSPECTION_KINDS, LEVELS } from './entry-fields';
import { indicatorsFor, ratioText } from './indicators';
import type { ShownRegister } from './shown-registers';

export interface Column {
  readonly head: ParseKeys;
  readonly isNumber?: boolean;
  readonly cell: (entry: RegisterEntry) => string;
}

export interface CellContext {
  readonly t: TFunction;
  readonly language: Language;
  readonly scheme: Scheme;
}

/** The columns after the unit's, in order. */
export function columnsOf(register: ShownRegister, context: CellContext): readonly Column[] {
  switch (register) {
    case 'accidents':
      return accidentColumns(context);
    case 'indicators':
      return indicatorColumns(context);
    case 'talks':
      return [
        text('registers.fields.on', 'on'),
        text('registers.fields.by', 'by'),
        text('registers.fields.note', 'note'),
      ];
    case 'commendations':
      return commendationColumns(context);
    case 'patrol-findings':
      return [text('registers.fields.on', 'on'), text('registers.fields.group', 'group'), ...FOUND];
    case 'inspections':
      return [
        text('registers.fields.on', 'on'),
        inspectionKind(context),
        text('registers.fields.inspector', 'by'),
        ...FOUND,
      ];
  }
}

const bodyText = (entry: RegisterEntry, name: string) => {
  const value = entry.body[name];
  return value === undefined ? '' : String(value);
};
const text = (head: ParseKeys, name: string): Column => ({ head, cell: (entry) => bodyText(entry, name) });
const FOUND = [text('registers.fields.spot', 'place'), text('registers.fields.finding', 'finding')];

function accidentColumns({ t, language }: CellContext): readonly Column[] {
  return [
    text('registers.fields.id', 'id'),
    text('registers.fields.on', 'on'),
    text('registers.fields.industry', 'industry'),
    text('registers.fields.department', 'department'),
    { head: 'registers.casualties', isNumber: true, cell: casualtiesText },
    {
      head: 'registers.level',
      cell: ({ level }) => (level ? SEVERITY_TEXT[level.severity][language] : ''),
    },
    {
      head: 'registers.window',
      cell: ({ level }) =>
        level
          ? t(level.provisional ? 'registers.provisionalUntil' : 'registers.finalSince', { until: level.until })
          : '',
    },
    {
      head: 'registers.fields.responsible',
      cell: ({ body }) => t(body.responsible === true ? 'registers.yes' : 'registers.no'),
    },
  ];
}

/** The counts in force: of the last version. */
function casualtiesText({ body }: RegisterEntry): string {
  const versions = Array.isArray(body.versions) ? (body.versions as RegisterEntry['body'][]) : [];
  const { deaths, seriousInjuries, directEconomicLossYuan } = versions[versions.length - 1] ?? body;
  return `${deaths} / ${seriousInjuries} / ${inThousands(String(directEconomicLossYuan))}`;
}

/** `1,350,000`: a loss is read by its size. */
function inThousands(yuan: string): string {
  return yuan.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

function indicatorColumns({ t, scheme }: CellContext): readonly Column[] {
  const ratio = (entry: RegisterEntry) => {
    if (entry.body.notApplicable === true) return t('registers.fields.notApplicable');
    const quantity = indicatorsFor(scheme, entry.unit).find(({ name }) => name === entry.body.indicator);
    return ratioText(bodyText(entry, 'numerator'), bodyText(entry, 'denominator'), quantity) ?? '';
  };
  return [
    text('registers.fields.indicator', 'indicator'),
    { ...text('registers.fields.numerator', 'numerator'), isNumber: true },
    { ...text('registers.fields.denominator', 'denominator'), isNumber: true },
    { head: 'registers.ratio', isNumber: true, cell: ratio },
    text('registers.fields.edition', 'edition'),
    { head: 'registers.fields.source', cell: (entry) => bodyText(entry, 'source') || bodyText(entry, 'reason') },
  ];
}

function commendationColumns({ scheme, language }: CellContext): readonly Column[] {
  const kindOf = ({ body }: RegisterEntry) => {
    const kind = scheme.bonus.kinds.find((one) => one.kind === body.kind);
    return (language === 'en' ? kind?.nameEn : kind?.name) ?? String(body.kind);
  };
  const levelOf = (entry: RegisterEntry) => {
    const level = bodyText(entry, 'level');
    return language === 'en' ? level : (LEVELS[level] ?? level);
  };
  return [
    text('registers.fields.deed', 'deed'),
    { head: 'registers.fields.kind', cell: kindOf },
    { head: 'registers.fields.level', cell: levelOf },
    text('registers.fields.proof', 'proof'),
  ];
}

const inspectionKind = ({ language }: CellContext): Column => ({
  head: 'registers.fields.inspectionKind',
  cell: ({ body }) => {
    const kind = String(body.kind);
    return language === 'en' ? kind : (INSPECTION_KINDS[kind] ?? kind);
  },
});
