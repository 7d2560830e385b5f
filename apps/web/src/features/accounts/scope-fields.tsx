/** The year of a role and what it is for in that year, chosen from what the year has. */
import { mayLackScope, type Role, scopeKindOf, type YearSummary } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import Select from 'antd/es/select';
import { useTranslation } from '../../shared/language/i18n';
import { Field } from '../sessions/field';
import { scopeOptions, scopesRequest } from './accounts';

interface Chosen {
  readonly year: string;
  readonly scope?: string | undefined;
}

interface ScopeFieldsProps {
  readonly role: Role;
  readonly years: readonly YearSummary[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

export function ScopeFields({ role, years, chosen: { year, scope }, onChoose }: ScopeFieldsProps) {
  const { t } = useTranslation();
  const { data } = useQuery(scopesRequest(year));
  const isOptional = mayLackScope(role);
  return (
    <>
      <Field label={t('grant.year')}>
        {(id) => (
          <Select
            id={id}
            className="year-choice"
            value={year}
            options={years.map((one) => ({ value: one.year, label: one.year }))}
            onChange={(wanted) => onChoose({ year: wanted })}
          />
        )}
      </Field>
      <Field label={t('grant.scope')}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            allowClear={isOptional}
            placeholder={isOptional ? t('grant.forAll') : undefined}
            loading={!data}
            value={scope ?? null}
            options={data ? scopeOptions(data, scopeKindOf(role)) : []}
            onChange={(wanted) => onChoose({ year, scope: wanted ?? undefined })}
          />
        )}
      </Field>
    </>
  );
}
