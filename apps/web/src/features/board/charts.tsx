/** Where points are lost and how far the teams lie apart: each chart is read when it is opened, and has its table beside it. */
import type { Board } from '@kaohe/api-contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { HeatTable } from './heat-table';
import { Pareto } from './pareto';
import { Spread } from './spread';

export function Charts({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  return (
    <>
      <Folded title={t('board.pareto')}>
        {board.sheets.map((sheet) => (
          <Pareto key={sheet.sheet} board={board} sheet={sheet} />
        ))}
      </Folded>
      <Folded title={t('board.spread')}>
        <Spread board={board} />
      </Folded>
      <Folded title={t('board.heat')}>
        {board.sheets.map((sheet) => (
          <HeatTable key={sheet.sheet} board={board} sheet={sheet} />
        ))}
      </Folded>
    </>
  );
}

/** Nothing inside is drawn, and no chart library read, before it is opened. */
function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="paper folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}
