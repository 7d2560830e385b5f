/** Beside a deduction on the unit's own page: what became of its appeal, or the way to make one. */
import type { StatementJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { StatementState } from './statement-state';

interface AppealCellProps {
  readonly appeal: StatementJson | undefined;
  readonly isOpen: boolean;
  readonly row: string;
  readonly onOpen: () => void;
}

export function AppealCell({ appeal, isOpen, row, onOpen }: AppealCellProps) {
  const { t } = useTranslation();
  if (!appeal && !isOpen) return <>–</>;
  return (
    <Button size="small" aria-label={appeal ? undefined : t('statements.appealRow', { row })} onClick={onOpen}>
      {appeal ? <StatementState state={appeal.state} /> : t('statements.appealNow')}
    </Button>
  );
}
