/** The initial passwords, once: to print, to save, and then to hand out. */
import type { SetUp } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { sessionRequest } from '../../shared/office/session';
import { PasswordTable } from './password-table';
import { saveWorkbook } from './workbook-file';

export function InitialPasswords({ done }: { readonly done: SetUp }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await client.invalidateQueries({ queryKey: sessionRequest.queryKey });
    await navigate({ to: '/sign-in', search: keepInOffice });
  };
  return (
    <>
      <Alert className="refusal" type="warning" showIcon role="status" title={t('setup.once')} />
      <div className="toolbar">
        <Button type="primary" onClick={() => saveWorkbook(done.workbook, t('setup.passwordFile'))}>
          {t('setup.save')}
        </Button>
        <Button onClick={() => window.print()}>{t('setup.print')}</Button>
        <Button onClick={() => void leave()}>{t('setup.toSignIn')}</Button>
      </div>
      <PasswordTable passwords={done.passwords} />
    </>
  );
}
