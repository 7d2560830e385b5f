/** Which of the roles held acts now: permission follows the role, not the person. */
import type { HeldRole } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useRoleName } from '../../shared/office/role-name';
import { useSessionChange } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';

export function RoleChoice({ roles }: { readonly roles: readonly HeldRole[] }) {
  const { t } = useTranslation();
  const nameOf = useRoleName();
  const change = useSessionChange();
  const { busy, error, run } = useWork();
  const choose = (grant: string) => run(async () => void (await change('PUT', '/api/session/role', { grant })));
  const years = new Set(roles.flatMap(({ year }) => year ?? []));
  // The same team every year: where roles are of several years, the year tells them apart.
  const words = (role: HeldRole) => (years.size > 1 && role.year ? `${nameOf(role)} ${role.year}` : nameOf(role));
  return (
    <>
      <ul className="role-choice" aria-label={t('session.roles')}>
        {roles.map((role) => (
          <li key={role.grant}>
            <Button block disabled={busy} onClick={() => void choose(role.grant)}>
              {words(role)}
            </Button>
          </li>
        ))}
      </ul>
      <Refusal error={error} />
    </>
  );
}
