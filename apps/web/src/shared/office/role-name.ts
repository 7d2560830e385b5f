/** A role with what it is for: `考核组组长（第二组）`. */
import type { HeldRole } from '@kaohe/api-contract';
import { useTranslation } from '../language/i18n';

export function useRoleName(): (role: Pick<HeldRole, 'role' | 'scopeName'>) => string {
  const { t } = useTranslation();
  return ({ role, scopeName }) =>
    scopeName === '' ? t(`role.${role}`) : t('office.roleFor', { role: t(`role.${role}`), scope: scopeName });
}
