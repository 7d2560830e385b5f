/** What the office closes by name: the bonus, and registers that feed no printed row. */
import { useTranslation } from '../../shared/language/i18n';
import { LineState } from './line-state';
import type { SheetState } from './use-sheet';

export function NamedLines({ state, active }: { readonly state: SheetState; readonly active: string | undefined }) {
  const { t } = useTranslation();
  const lines = state.lines.filter(({ row }) => row === null);
  if (lines.length === 0) return null;
  return (
    <div className="paper named-lines">
      <table>
        <caption className="visually-hidden">{t('sheets.named')}</caption>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.line}
              id={line.line}
              tabIndex={-1}
              className={`${active === line.line ? 'in-hand' : ''}${line.json.own ? '' : ' supplied-row'}`}
            >
              <th scope="row">{t(`sheets.names.${nameOf(line.line)}`)}</th>
              <td>{t('sheets.namedWhy')}</td>
              <td className="column-last">
                <LineState state={state} lines={[line]} clauses={[]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf(line: string): 'bonus' | 'accidents' | 'talks' {
  return line === 'accidents' || line === 'talks' ? line : 'bonus';
}
