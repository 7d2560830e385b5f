/** Roles, for the security administrator: what people may do, not who they are. */
import type { GrantJson, GrantListJson } from '@kaohe/api-contract';
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
import { accountsRequest, grantsRequest } from './accounts';
import { NewGrantForm } from './new-grant-form';

export function GrantsPage() {
  const { t } = useTranslation();
  const { q = '' } = useAddress();
  const changeAddress = useChangeAddress();
  const { data, error } = useQuery(grantsRequest);
  const { data: accounts, error: accountsUnread } = useQuery(accountsRequest);
  const words = ({ login, displayName, role, scopeName }: GrantJson) =>
    `${login} ${displayName} ${t(`role.${role}`)} ${scopeName}`;
  const found = (data?.grants ?? []).filter((grant) => words(grant).includes(q));
  return (
    <>
      <div className="toolbar">
        <h1>{t('grant.title')}</h1>
        <Input
          className="unit-filter"
          aria-label={t('grant.filter')}
          placeholder={t('grant.filter')}
          value={q}
          onChange={({ target }) => changeAddress({ q: target.value || undefined })}
        />
        {data && <span className="count">{t('grant.count', { count: found.length })}</span>}
      </div>
      {data && accounts && <NewGrantForm accounts={accounts.accounts} scopes={data.scopes} />}
      {(!data || !accounts) && <Unread error={error ?? accountsUnread} />}
      <div className="paper scroll">
        <table>
          <thead>
            <tr>
              {(['login', 'post', 'role', 'scope', 'since', 'by', 'acts'] as const).map((column) => (
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
  const { login, displayName, role, scopeName, grantedAt, grantedBy } = grant;
  const revoke = () =>
    run(async () => {
      const next = await request<GrantListJson>('DELETE', `/api/grants/${grant.grant}`);
      client.setQueryData(grantsRequest.queryKey, next);
    });
  return (
    <tr>
      <th scope="row">{login}</th>
      <td lang="zh-CN">{displayName}</td>
      <td>{t(`role.${role}`)}</td>
      <td lang="zh-CN">{scopeName}</td>
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
