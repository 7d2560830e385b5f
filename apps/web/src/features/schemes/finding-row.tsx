/** One finding: where, what, why; beneath it, when open, its example worked through. */
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { keepAcross } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { placesOf } from './finding-places';
import type { NamedFinding } from './use-findings';
import { WorkedExample } from './worked-example';

interface FindingRowProps {
  readonly finding: NamedFinding;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function FindingRow({ finding, isOpen, onToggle }: FindingRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { program } = useAssessment().assessment;
  const { name, title, why, quote, counterexample } = finding;
  return (
    <>
      <tr data-key={name} data-show={name} tabIndex={-1} className={isOpen ? 'open-finding' : undefined}>
        <td className="places">
          {placesOf(program, finding, language).map(({ id, label, search }) => (
            <Link key={id} to="/scheme" search={(before) => ({ ...keepAcross(before), ...search })}>
              {label}
            </Link>
          ))}
        </td>
        <td className="what">
          <strong>{title[language]}</strong>
          {quote && (
            <q className="clause-quote" lang="zh-CN">
              {quote}
            </q>
          )}
        </td>
        <td className="why-found">{why[language]}</td>
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
