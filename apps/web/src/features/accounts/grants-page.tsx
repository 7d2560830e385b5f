/** Roles, for the security administrator: what people may do, not who they are. */
import type { GrantJson } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Popconfirm from 'antd/es/popconfirm';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { yearsRequest } from '../../shared/office/year';
import { accountsRequest, grantsRequest } from './accounts';
import { ImportGrants } from './import-grants';
import { NewGrantForm } from './new-grant-form';

export function GrantsPage() {
  const { t } = useTranslation();
  const { q = '' } = useAddress();
  const changeAddress = useChangeAddress();
  const { data, error } = useQuery(grantsRequest);
  const { data: accounts, error: accountsUnread } = useQuery(accountsRequest);
  const { data: years, error: yearsUnread } = useQuery(yearsRequest);
  const words = ({ login, displayName, role, scopeName, year }: GrantJson) =>
    `${login} ${displayName} ${t(`role.${role}`)} ${scopeName} ${year ?? ''}`;
  const found = (data?.grants ?? []).filter((grant) => words(grant).includes(q));
  return (
    <>
      <div className="toolbar">
        <h1>{t('grant.title')}</h1>
        <Input
          className="unit-filter long"
          aria-label={t('grant.filter')}
          placeholder={t('grant.filter')}
          value={q}
          onChange={({ target }) => changeAddress({ q: target.value || undefined })}
        />
        {data && <span className="count">{t('grant.count', { count: found.length })}</span>}
      </div>
      {data && accounts && years && <NewGrantForm accounts={accounts.accounts} years={years.years} />}
      {years && <ImportGrants year={years.years[0]} />}
      {(!data || !accounts || !years) && <Unread error={error ?? accountsUnread ?? yearsUnread} />}
      <div className="paper scroll">
        <table>
          <thead>
            <tr>
              {(['login', 'post', 'role', 'scope', 'year', 'since', 'by', 'acts'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`grant.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((grant) => (
              <GrantRow key={grant.grant} grant={grant} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function GrantRow({ grant }: { readonly grant: GrantJson }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { login: own } = useActing();
  const { busy, error, run } = useWork();
  const { login, displayName, role, scopeName, year, grantedAt, grantedBy } = grant;
  const revoke = () =>
    run(async () => {
      await request('DELETE', `/api/grants/${grant.grant}`);
      await client.invalidateQueries({ queryKey: grantsRequest.queryKey });
    });
  return (
    <tr>
      <th scope="row">{login}</th>
      <td lang="zh-CN">{displayName}</td>
      <td>{t(`role.${role}`)}</td>
      <td lang="zh-CN">{scopeName}</td>
      <td>{year}</td>
      <td>{new Date(grantedAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })}</td>
      <td lang="zh-CN">{grantedBy}</td>
      <td>
        {login !== own && (
          <Popconfirm
            title={t('grant.ask', { login, role: t(`role.${role}`) })}
            okText={t('account.yes')}
            cancelText={t('account.no')}
            onConfirm={() => void revoke()}
          >
            <Button size="small" loading={busy}>
              {t('grant.revoke')}
            </Button>
          </Popconfirm>
        )}
        <Refusal error={error} />
      </td>
    </tr>
  );
}
