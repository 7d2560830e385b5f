/** One account: its state in words, and what can be done about it. */
import type { AccountJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { useTranslation } from '../../shared/language/i18n';
import type { AccountAct } from './accounts-page';

interface AccountRowProps {
  readonly account: AccountJson;
  readonly isOwn: boolean;
  readonly onAct: (account: AccountJson, act: AccountAct) => Promise<void>;
}

export function AccountRow({ account, isOwn, onAct }: AccountRowProps) {
  const { t } = useTranslation();
  const { login, displayName, family, state, locked, totp } = account;
  const acts: AccountAct[] = [
    state === 'active' ? 'disable' : 'enable',
    ...(locked ? (['unlock'] as const) : []),
    'reset',
    ...(totp ? (['resetTotp'] as const) : []),
    'signOut',
  ];
  return (
    <tr>
      <th scope="row">{login}</th>
      <td lang="zh-CN">{displayName}</td>
      <td>{t(`family.${family}`)}</td>
      <td>
        <AccountState account={account} />
      </td>
      <td>
        {isOwn ? (
          t('account.own')
        ) : (
          <span className="row-buttons">
            {acts.map((act) => (
              <Popconfirm
                key={act}
                title={t(`account.ask.${act}`, { login })}
                okText={t('account.yes')}
                cancelText={t('account.no')}
                onConfirm={() => void onAct(account, act)}
              >
                <Button size="small">{t(`account.act.${act}`)}</Button>
              </Popconfirm>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

function AccountState({ account: { state, locked, mustChangePassword, totp } }: { readonly account: AccountJson }) {
  const { t } = useTranslation();
  const words = [
    t(state === 'active' ? 'account.active' : 'account.disabled'),
    ...(locked ? [t('account.locked')] : []),
    ...(mustChangePassword ? [t('account.mustChange')] : []),
    ...(totp ? [t('account.totp')] : []),
  ];
  return <>{words.join(t('account.and'))}</>;
}
