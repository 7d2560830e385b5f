/** Two people changed one row: both versions side by side, and which one stays is for the person to say. */
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useTranslation } from '../../shared/language/i18n';
import { type Entry, entryOf } from './entries';
import type { SheetState } from './use-sheet';

export function ConflictDialog({ state }: { readonly state: SheetState }) {
  const { t } = useTranslation();
  const found = state.lines.find(({ pending }) => pending?.progress === 'conflict');
  const current = found?.pending?.current;
  if (!found || !current) return null;
  const number = found.line.split('/')[1] ?? found.line;
  return (
    <Modal
      open
      width={720}
      closable={false}
      keyboard={false}
      title={t('sheets.conflict', { row: number })}
      footer={[
        <Button key="theirs" onClick={() => state.queue.settle(found.line, 'theirs')}>
          {t('sheets.keepTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => state.queue.settle(found.line, 'mine')}>
          {t('sheets.keepMine')}
        </Button>,
      ]}
    >
      <p>{t('sheets.conflictWhy')}</p>
      <table className="compact versions">
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
              <EntryWords entry={found} />
            </td>
          </tr>
        </tbody>
      </table>
    </Modal>
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
