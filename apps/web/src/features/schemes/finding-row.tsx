/** One finding: where, what, why; beneath it, when open, its example worked through. */
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { keepAcross } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { type FoundPlace, placesOf } from './finding-places';
import type { NamedFinding } from './use-findings';
import { WorkedExample } from './worked-example';

/** Beyond these the places wait to be asked for. */
const MOST_PLACES = 4;

interface FindingRowProps {
  readonly finding: NamedFinding;
  /** Whether its reason stands above, with those it shares it with. */
  readonly whyTold: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function FindingRow({ finding, whyTold, isOpen, onToggle }: FindingRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { program } = useAssessment().assessment;
  const places = placesOf(program, finding, language);
  const more = places.slice(MOST_PLACES);
  const { name, title, why, quote, counterexample } = finding;
  return (
    <>
      <tr data-key={name} data-show={name} tabIndex={-1} className={isOpen ? 'open-finding' : undefined}>
        <td className="places">
          <Places places={places.slice(0, MOST_PLACES)} />
          {more.length > 0 && (
            <details>
              <summary>{t('check.morePlaces', { count: more.length })}</summary>
              <Places places={more} />
            </details>
          )}
        </td>
        <td className="what" colSpan={whyTold ? 2 : 1}>
          <strong>{title[language]}</strong>
          {quote && (
            <q className="clause-quote" lang="zh-CN">
              {quote}
            </q>
          )}
        </td>
        {!whyTold && <td className="why-found">{why[language]}</td>}
        <td>
          {counterexample && (
            <Button
              size="small"
              aria-expanded={isOpen}
              aria-label={isOpen ? t('check.close') : `${t('check.open')}${t('app.colon')}${title[language]}`}
              onClick={onToggle}
            >
              {t(isOpen ? 'check.close' : 'check.open')}
            </Button>
          )}
        </td>
      </tr>
      {isOpen && counterexample && (
        <tr className="example-row">
          <td colSpan={4}>
            <WorkedExample title={title[language]} example={counterexample} />
          </td>
        </tr>
      )}
    </>
  );
}

function Places({ places }: { readonly places: readonly FoundPlace[] }) {
  return (
    <>
      {places.map(({ id, label, search }) => (
        <Link key={id} to="/scheme" search={(before) => ({ ...keepAcross(before), ...search })}>
          {label}
        </Link>
      ))}
    </>
  );
}
