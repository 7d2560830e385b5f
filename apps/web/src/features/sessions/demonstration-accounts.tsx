/** The open accounts of a demonstration: one click signs in. */
import type { SignedOutJson } from '@kaohe/api-contract';
import { useTranslation } from '../../shared/language/i18n';

interface DemonstrationAccountsProps {
  readonly demonstration: NonNullable<SignedOutJson['demonstration']>;
  readonly onChoose: (login: string, password: string) => Promise<void>;
}

export function DemonstrationAccounts({ demonstration, onChoose }: DemonstrationAccountsProps) {
  const { t } = useTranslation();
  const { password, accounts } = demonstration;
  return (
    <section className="paper demonstration-accounts">
      <h2>{t('session.demonstration')}</h2>
      <p className="why-note">{t('session.demonstrationWhy', { password })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('session.login')}</th>
            <th scope="col">{t('session.post')}</th>
            <th scope="col">{t('session.role')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ login, displayName, role }) => (
            <tr key={login}>
              <th scope="row">
                <button type="button" className="plain-button" onClick={() => void onChoose(login, password)}>
                  {login}
                </button>
              </th>
              <td lang="zh-CN">{displayName}</td>
              <td>{t(`role.${role}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
