/** Every clause with its sign and its rule in words, in the order of the document. */
import { type DraftClause, printRule } from '@kaohe/clauses';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { SIGNS, signOf } from './clause-words';

interface ClauseListProps {
  readonly clauses: readonly DraftClause[];
  readonly chosen: string | undefined;
  readonly onSelect: (key: string) => void;
}

export function ClauseList({ clauses, chosen, onSelect }: ClauseListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line in hand is another one when the choice is
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (line && list.current) list.current.scrollTop = line.offsetTop - 60;
  }, [chosen]);
  return (
    <ul ref={list} className="paper draft-clauses" aria-label={t('drafts.rulesOf')}>
      {clauses.map((clause) => {
        const sign = signOf(clause);
        const { key, row, quote, rule } = clause;
        return (
          <li key={key}>
            <button
              type="button"
              className={`draft-rule-line ${sign}`}
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onSelect(key)}
            >
              <span aria-hidden="true">{SIGNS[sign]}</span>
              <span className="visually-hidden">{t(`drafts.signs.${sign}`)}</span>
              <span lang="zh-CN">
                {row} {rule ? printRule(rule.said) : quote}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
