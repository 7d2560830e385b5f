/** Initial passwords, to hand out in person. */
import { useTranslation } from '../../shared/language/i18n';

interface PasswordTableProps {
  readonly passwords: readonly { readonly login: string; readonly displayName: string; readonly password: string }[];
}

export function PasswordTable({ passwords }: PasswordTableProps) {
  const { t } = useTranslation();
  return (
    <div className="paper scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('session.login')}</th>
            <th scope="col">{t('session.post')}</th>
            <th scope="col">{t('setup.password')}</th>
          </tr>
        </thead>
        <tbody>
          {passwords.map(({ login, displayName, password }) => (
            <tr key={login}>
              <th scope="row">{login}</th>
              <td lang="zh-CN">{displayName}</td>
              <td>
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
