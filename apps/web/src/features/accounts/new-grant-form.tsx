/** Gives a role to an account: only roles its family may hold, only scopes the role can have. */
import { type AccountJson, type GrantListJson, ROLES, type Role, scopeKindOf } from '@kaohe/api-contract';
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

interface NewGrantFormProps {
  readonly accounts: readonly AccountJson[];
  readonly scopes: GrantListJson['scopes'];
}

const EMPTY: { account?: string | undefined; role?: Role | undefined; scope?: string | undefined } = {};

export function NewGrantForm({ accounts, scopes }: NewGrantFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { busy, error, run } = useWork();
  const [form, setForm] = useState(EMPTY);
  const { account, role, scope } = form;
  const family = accounts.find((one) => one.account === account)?.family;
  const roles = ROLES.filter((one) => (family === 'business' ? !isAdministrator(one) : one === family));
  const kind = role ? scopeKindOf(role) : 'none';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      const body = { account, role, scope: scope ?? '' };
      client.setQueryData(grantsRequest.queryKey, await request<GrantListJson>('POST', '/api/grants', { body }));
    });
    if (done) setForm(EMPTY);
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
      {kind !== 'none' && (
        <Field label={t('grant.scope')}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              showSearch={{ optionFilterProp: 'label' }}
              value={scope ?? null}
              options={scopes[kind].map((one) => ({ value: one.scope, label: one.name }))}
              onChange={(chosen) => setForm({ account, role, scope: chosen ?? undefined })}
            />
          )}
        </Field>
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!role || (kind !== 'none' && !scope)}>
        {t('grant.give')}
      </Button>
      <Refusal error={error} />
    </form>
  );
}

const isAdministrator = (role: Role) => ['system-administrator', 'security-administrator', 'auditor'].includes(role);
