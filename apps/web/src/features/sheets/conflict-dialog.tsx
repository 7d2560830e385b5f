/** Two people changed one row: both versions side by side, and which one stays is for the person to say. */
import type { SheetRowJson } from '@kaohe/api-contract';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { type Entry, entryOf } from './entries';
import type { RowQueue } from './row-queue';
import type { SheetLineState, SheetState } from './use-sheet';

export function ConflictDialog({ state }: { readonly state: SheetState }) {
  const found = state.lines.find(({ pending }) => pending?.progress === 'conflict');
  const current = found?.pending?.current;
  return found && current ? <Versions key={found.line} line={found} current={current} queue={state.queue} /> : null;
}

interface VersionsProps {
  readonly line: SheetLineState;
  readonly current: SheetRowJson;
  readonly queue: RowQueue;
}

/** The browser's own dialog: it holds the focus, and asks for no style the page's policy forbids. */
function Versions({ line, current, queue }: VersionsProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="versions" aria-labelledby={title} onCancel={(event) => event.preventDefault()}>
      <h2 id={title}>{t('sheets.conflict', { row: line.line.split('/')[1] ?? line.line })}</h2>
      <p>{t('sheets.conflictWhy')}</p>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{t('sheets.theirs', { by: current.changedBy ?? '' })}</th>
            <th scope="col">{t('sheets.mine')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <EntryWords entry={entryOf(current)} />
            </td>
            <td>
              <EntryWords entry={line} />
            </td>
          </tr>
        </tbody>
      </table>
      <div className="choices">
        <Button onClick={() => queue.settle(line.line, 'theirs')}>{t('sheets.keepTheirs')}</Button>
        <Button type="primary" onClick={() => queue.settle(line.line, 'mine')}>
          {t('sheets.keepMine')}
        </Button>
      </div>
    </dialog>
  );
}

function EntryWords({ entry: { closed, observations } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const clauses = Object.entries(observations).filter((one): one is [string, RawObject] => isRawObject(one[1]));
  return (
    <>
      <p>{closed ? `✓ ${t('sheets.closed')}` : `● ${t('unit.openRow')}`}</p>
      <ul lang="zh-CN">
        {clauses.map(([id, observation]) => (
          <li key={id}>
            <span className="clause-number">{id.split('/')[1]}</span> {wordsOf(observation)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Facts as they are written in FACTS: the same words in every place they can be met. */
function wordsOf(tree: RawTree): string {
  if (typeof tree === 'string') return tree;
  if (!isRawObject(tree)) return tree.map(wordsOf).join('、');
  return Object.entries(tree)
    .map(([key, value]) => `${key}: ${wordsOf(value)}`)
    .join('；');
}
