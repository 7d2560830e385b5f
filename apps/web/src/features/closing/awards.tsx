/** Awards: chosen among the eligible; who is not, and why, stands beside them. */
import { type AwardChoice, actOf, type ResultAnswer, type YearResult } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { yearUrl } from './requests';
import type { ResultPlace } from './result-head';

interface AwardsProps extends ResultPlace {
  readonly result: YearResult;
  readonly answer: ResultAnswer;
}

export function Awards({ year, stages, result, answer, onChange }: AwardsProps) {
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const { busy, error, run } = useWork();
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [saved, setSaved] = useState(false);
  if (result.awards.length === 0) return null;
  const chooses = actOf('award.choose').roles.includes(role);
  const isOpen = stages.some(({ stage, state }) => stage === 'awards' && state === 'open');
  const mayChoose = chooses && isOpen && (result.state === 'frozen' || result.state === 'approved');
  const unitsOf = (one: AwardChoice) => chosen[one.award] ?? one.chosen;
  const save = () =>
    void run(async () => {
      const awards = result.awards.map((one) => ({ award: one.award, units: unitsOf(one) }));
      onChange(await request<ResultAnswer>('PUT', `${yearUrl(year)}/awards`, { body: { awards }, ifMatch: answer }));
      setChosen({});
      setSaved(true);
    });
  return (
    <section className="paper closing-part" aria-label={t('closing.awards')}>
      <h2>{t('closing.awards')}</h2>
      {chooses && !mayChoose && result.state !== 'published' && <p className="count">{t('closing.awardsWait')}</p>}
      {mayChoose && result.state === 'approved' && <p className="count">{t('closing.awardsAgain')}</p>}
      {result.awards.map((one) => (
        <OneAward
          key={one.award}
          award={one}
          chosen={unitsOf(one)}
          mayChoose={mayChoose}
          onChoose={(units) => setChosen({ ...chosen, [one.award]: units })}
        />
      ))}
      {mayChoose && (
        <>
          <Button disabled={busy || Object.keys(chosen).length === 0} onClick={save}>
            {t('closing.saveAwards')}
          </Button>{' '}
          <span role="status">{saved && Object.keys(chosen).length === 0 ? `✓ ${t('closing.saved')}` : ''}</span>
        </>
      )}
      <Refusal error={error} />
    </section>
  );
}

interface OneAwardProps {
  readonly award: AwardChoice;
  readonly chosen: readonly string[];
  readonly mayChoose: boolean;
  readonly onChoose: (units: readonly string[]) => void;
}

function OneAward({ award, chosen, mayChoose, onChoose }: OneAwardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toggle = (unit: string, wanted: boolean) =>
    onChoose(wanted ? [...chosen, unit] : chosen.filter((one) => one !== unit));
  return (
    <>
      <h3>{nameOf(award, language)}</h3>
      <p className="count" lang="zh-CN">
        {award.quote}
      </p>
      {award.eligible.length === 0 && <p className="count">{t('closing.noEligible')}</p>}
      <fieldset className="award-units" aria-label={t('closing.eligible')}>
        {award.eligible.map((unit) => (
          <Checkbox
            key={unit}
            checked={chosen.includes(unit)}
            disabled={!mayChoose}
            onChange={(event) => toggle(unit, event.target.checked)}
          >
            <span lang="zh-CN">{unit}</span>
          </Checkbox>
        ))}
      </fieldset>
      {award.disqualified.length > 0 && (
        <details>
          <summary>
            {t('closing.disqualified')} <small>{award.disqualified.length}</small>
          </summary>
          <ul>
            {award.disqualified.map((one) => (
              <li key={one.unit}>
                <span lang="zh-CN">{one.unit}</span>
                {t('app.colon')}
                {one[language]}
                {one.undecided && <small> {t('closing.undecided')}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
