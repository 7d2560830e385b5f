/** Accounts, for the system administrator: who can sign in, not what they may do. */
import type { AccountChangeJson, AccountJson } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Alert from 'antd/es/alert';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { AccountRow } from './account-row';
import { accountsRequest } from './accounts';
import { ImportAccounts } from './import-accounts';
import { NewAccountForm } from './new-account-form';
import { newPassword } from './new-password';

/** A password that was just given, shown once. */
interface Given {
  readonly login: string;
  readonly password: string;
}

export function AccountsPage() {
  const { t } = useTranslation();
  const { q = '' } = useAddress();
  const changeAddress = useChangeAddress();
  const { login: own } = useActing();
  const { accounts, unread, error, given, setGiven, act } = useAccounts();
  const found = (accounts ?? []).filter(({ login, displayName }) => `${login} ${displayName}`.includes(q));
  return (
    <>
      <div className="toolbar">
        <h1>{t('account.title')}</h1>
        <Input
          className="unit-filter"
          aria-label={t('account.filter')}
          placeholder={t('account.filter')}
          value={q}
          onChange={({ target }) => changeAddress({ q: target.value || undefined })}
        />
        {accounts && <span className="count">{t('account.count', { count: found.length })}</span>}
      </div>
      <NewAccountForm onDone={setGiven} />
      <ImportAccounts />
      <Refusal error={error} />
      {given && (
        <Alert
          className="refusal"
          type="success"
          showIcon
          role="status"
          closable={{ 'aria-label': t('account.close'), onClose: () => setGiven(undefined) }}
          title={t('account.given', { login: given.login })}
          description={<code className="new-password">{given.password}</code>}
        />
      )}
      {!accounts && <Unread error={unread} />}
      {accounts && <AccountTable found={found} own={own} onAct={act} />}
    </>
  );
}

interface AccountTableProps {
  readonly found: readonly AccountJson[];
  readonly own: string;
  readonly onAct: (account: AccountJson, wanted: AccountAct) => Promise<void>;
}

function AccountTable({ found, own, onAct }: AccountTableProps) {
  const { t } = useTranslation();
  return (
    <div className="paper scroll">
      <table>
        <thead>
          <tr>
            {(['login', 'post', 'family', 'state', 'acts'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`account.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((account) => (
            <AccountRow key={account.account} account={account} isOwn={account.login === own} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export type AccountAct = 'disable' | 'enable' | 'unlock' | 'reset' | 'resetTotp' | 'signOut';

function useAccounts() {
  const client = useQueryClient();
  const { data, error: unread } = useQuery(accountsRequest);
  const { error, run } = useWork();
  const [given, setGiven] = useState<Given>();
  const act = async ({ account, login, version }: AccountJson, wanted: AccountAct) => {
    const password = newPassword();
    const url = `/api/accounts/${account}`;
    const done = await run(async () => {
      if (wanted === 'signOut') await request('DELETE', `${url}/sessions`);
      else await request('PATCH', url, { body: bodyOf(wanted, password), ifMatch: version });
    });
    await client.invalidateQueries({ queryKey: accountsRequest.queryKey });
    setGiven(done && wanted === 'reset' ? { login, password } : undefined);
  };
  return { accounts: data?.accounts, unread, error, given, setGiven, act };
}

function bodyOf(act: Exclude<AccountAct, 'signOut'>, initialPassword: string): AccountChangeJson {
  switch (act) {
    case 'disable':
      return { state: 'disabled' };
    case 'enable':
      return { state: 'active' };
    case 'unlock':
      return { unlock: true };
    case 'reset':
      return { initialPassword };
    case 'resetTotp':
      return { resetTotp: true };
  }
}
