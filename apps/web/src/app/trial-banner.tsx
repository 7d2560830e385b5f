/** Says on every page that observations are being tried out, what that moves, and the way back. */
import { movedUnits } from '@kaohe/scheme-files';
import type { Assessment } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useMemo } from 'react';
import { keepAcross } from '../shared/address/use-address';
import { useAssessment, useFactsActions } from '../shared/assessment/assessment';
import type { Change } from '../shared/assessment/trial';
import { UnitName } from '../shared/assessment/unit-name';
import { useTranslation } from '../shared/language/i18n';
import { Moves } from '../shared/scores/moves';

export function TrialBanner() {
  const { trial } = useAssessment();
  return trial ? <Trial changes={trial.changes} before={trial.before} /> : null;
}

interface TrialProps {
  readonly changes: readonly Change[];
  readonly before: Assessment;
}

function Trial({ changes, before }: TrialProps) {
  const { t } = useTranslation();
  const { assessment } = useAssessment();
  const { tryOut } = useFactsActions();
  const moved = useMemo(() => movedUnits(before, assessment), [before, assessment]);
  const changed = [...new Set(changes.map(({ unit }) => unit))];
  const others = moved.filter(({ unit }) => !changed.includes(unit));
  return (
    <section className="readings-banner trial-banner" role="status">
      <span className="sign" aria-hidden="true">
        ◇
      </span>
      <div>
        <strong>{t('trial.banner', { count: changes.length })}</strong>
        {changed.map((unit) => {
          const own = moved.find((one) => one.unit === unit);
          return (
            <span key={unit} className="trial-unit">
              <Link to="/units/$name" params={{ name: unit }} search={keepAcross}>
                <UnitName name={unit} />
              </Link>
              {own ? <Moves moved={own} /> : <span className="moves">{t('trial.same')}</span>}
            </span>
          );
        })}
        {others.length === 0 && <span className="moves">{t('trial.noOthers')}</span>}
        {others.length > 0 && (
          <details>
            <summary>{t('trial.others', { count: others.length })}</summary>
            <ul className="unit-lines">
              {others.map((one) => (
                <li key={one.unit}>
                  <Link to="/units/$name" params={{ name: one.unit }} search={keepAcross}>
                    <UnitName name={one.unit} />
                  </Link>
                  <Moves moved={one} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Button onClick={() => tryOut([])}>{t('trial.reset')}</Button>
    </section>
  );
}
