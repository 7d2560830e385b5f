/** Accounts for everybody in a workbook who has none. Their passwords are made here and shown once. */
import type { AccountsImported } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { PasswordTable } from '../setup/password-table';
import { WorkbookImport } from '../setup/workbook-import';
import { accountsRequest } from './accounts';
import { newPassword } from './new-password';

/** As many as are made at once: how many are new, only the server knows. */
const MOST = 300;

export function ImportAccounts() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [done, setDone] = useState<AccountsImported & { readonly passwords: readonly string[] }>();
  const send = async (workbook: string) => {
    const initialPasswords = Array.from({ length: MOST }, newPassword);
    const made = await request<AccountsImported>('POST', '/api/accounts/import', {
      body: { workbook, initialPasswords },
    });
    setDone({ ...made, passwords: initialPasswords });
    await client.invalidateQueries({ queryKey: accountsRequest.queryKey });
  };
  const passwords = done?.accounts.map(({ login, displayName }, index) => ({
    login,
    displayName,
    password: done.passwords[index] ?? '',
  }));
  return (
    <>
      <WorkbookImport why={t('account.importWhy')} label={t('account.import')} send={send} />
      {done && passwords && (
        <section aria-label={t('account.import')} role="status">
          <p className="why-note">
            {t('account.imported', { made: passwords.length, existing: done.existing })}{' '}
            {passwords.length > 0 && <Button onClick={() => window.print()}>{t('setup.print')}</Button>}
          </p>
          {passwords.length > 0 && <PasswordTable passwords={passwords} />}
        </section>
      )}
    </>
  );
}
