/** The entries of a register; a row opens what it does, its versions, and what may be done to it. */
import type { RegisterEntry } from '@kaohe/api-contract';
import { Fragment } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { NamedUnit } from '../../shared/office/named-unit';
import { useRowKeys } from '../../shared/tables/use-row-keys';
import { type Column, columnsOf } from './entry-cells';
import { EntryDetails } from './entry-details';
import type { RegisterInUse } from './registers-page';

/** Columns that hold a day. */
const DAYS: readonly string[] = ['registers.fields.on', 'registers.window'];

interface EntryTableProps extends RegisterInUse {
  readonly shown: readonly RegisterEntry[];
  readonly onEdit: (entry: RegisterEntry) => void;
}

export function EntryTable({ shown, onEdit, ...inUse }: EntryTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { show } = useAddress();
  const change = useChangeAddress();
  const toggle = (entry: string) => change({ show: show === entry ? undefined : entry });
  const { body, onKeyDown } = useRowKeys(toggle);
  const columns = columnsOf(inUse.register, { t, language, scheme: inUse.issued.scheme });
  return (
    <div className="paper scroll">
      <table className="entry-table" aria-label={t(`registers.names.${inUse.register}`)}>
        <thead>
          <tr>
            <th scope="col">{t('registers.fields.unit')}</th>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" className={isNumber ? 'number' : ''}>
                {t(head)}
              </th>
            ))}
            <th scope="col">{t('registers.version')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {shown.map((entry) => (
            <Fragment key={entry.entry}>
              <EntryRow {...{ entry, columns, toggle }} scheme={inUse.issued.scheme} isOpen={show === entry.entry} />
              {show === entry.entry && (
                <tr className="details-row">
                  <td colSpan={columns.length + 2}>
                    <EntryDetails {...inUse} entry={entry} onEdit={() => onEdit(entry)} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="key-hint">{t('registers.keys')}</p>
    </div>
  );
}

interface EntryRowProps {
  readonly entry: RegisterEntry;
  readonly columns: readonly Column[];
  readonly scheme: RegisterInUse['issued']['scheme'];
  readonly isOpen: boolean;
  readonly toggle: (entry: string) => void;
}

function EntryRow({ entry, columns, scheme, isOpen, toggle }: EntryRowProps) {
  const { t } = useTranslation();
  return (
    <tr data-key={entry.entry} tabIndex={0} className={entry.withdrawn ? 'withdrawn' : ''}>
      <th scope="row">
        <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => toggle(entry.entry)}>
          <span aria-hidden="true">{isOpen ? '−' : '+'}</span> <NamedUnit scheme={scheme} name={entry.unit} />
        </button>
      </th>
      {columns.map(({ head, isNumber, cell }) => (
        <td key={head} className={isNumber ? 'number' : DAYS.includes(head) ? 'day' : ''} lang="zh-CN">
          {cell(entry)}
        </td>
      ))}
      <td>{entry.withdrawn ? `× ${t('registers.withdrawn')}` : entry.version}</td>
    </tr>
  );
}
