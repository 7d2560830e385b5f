/** Gives a role to an account: only roles its family may hold, only scopes the role can have in the year. */
import { type AccountJson, mayLackScope, ROLES, type Role, scopeKindOf, type YearSummary } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { Field } from '../sessions/field';
import { grantsRequest } from './accounts';
import { ScopeFields } from './scope-fields';

interface NewGrantFormProps {
  readonly accounts: readonly AccountJson[];
  readonly years: readonly YearSummary[];
}

interface WantedGrant {
  readonly account?: string | undefined;
  readonly role?: Role | undefined;
  readonly year?: string | undefined;
  readonly scope?: string | undefined;
}

export function NewGrantForm({ accounts, years }: NewGrantFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { busy, error, run } = useWork();
  const [form, setForm] = useState<WantedGrant>({});
  const { account, role, scope, year = years[0]?.year } = form;
  const family = accounts.find((one) => one.account === account)?.family;
  const roles = ROLES.filter((one) => (family === 'business' ? !isAdministrator(one) : one === family));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      const body = { account, role, scope: scope ?? '', ...(scope && { year }) };
      await request('POST', '/api/grants', { body });
      await client.invalidateQueries({ queryKey: grantsRequest.queryKey });
    });
    if (done) setForm({});
  };
  return (
    <form className="paper account-form" onSubmit={(event) => void submit(event)}>
      <Field label={t('grant.account')}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            value={account ?? null}
            options={accounts.map((one) => ({ value: one.account, label: `${one.displayName} ${one.login}` }))}
            onChange={(chosen) => setForm({ account: chosen ?? undefined })}
          />
        )}
      </Field>
      <Field label={t('grant.role')}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            disabled={!account}
            value={role ?? null}
            options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(chosen) => setForm({ account, role: chosen ?? undefined })}
          />
        )}
      </Field>
      {role && year !== undefined && scopeKindOf(role) !== 'none' && (
        <ScopeFields
          role={role}
          years={years}
          chosen={{ year, scope }}
          onChoose={(chosen) => setForm({ account, role, ...chosen })}
        />
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!role || (!mayLackScope(role) && !scope)}>
        {t('grant.give')}
      </Button>
      <Refusal error={error} />
    </form>
  );
}

const isAdministrator = (role: Role) => ['system-administrator', 'security-administrator', 'auditor'].includes(role);
