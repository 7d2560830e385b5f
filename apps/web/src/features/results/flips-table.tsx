/** Which readings decide: every alternative not in force, with the units whose grade or rank it would change. */
import { type Flip, type FlippedUnit, flipReadings } from '@kaohe/scheme-files';
import type { Sheet } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Spin from 'antd/es/spin';
import { Fragment } from 'react';
import { keepAcross } from '../../shared/address/use-address';
import { type AssessmentInUse, findUnit, useAssessment } from '../../shared/assessment/assessment';
import { UnitName } from '../../shared/assessment/unit-name';
import { useSlow } from '../../shared/assessment/use-slow';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { useChooseReading } from '../../shared/readings/use-choose-reading';
import { Moves } from '../../shared/scores/moves';

const findFlips = ({ folder, facts }: AssessmentInUse): Flip[] => flipReadings(folder, facts.tree);

export function FlipsTable({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const inUse = useAssessment();
  const flips = useSlow(inUse, findFlips);
  if (!flips)
    return (
      <div className="waiting" role="status">
        <Spin /> <span>{t('flips.working')}</span>
      </div>
    );
  const onSheet = flips.map(({ units, ...flip }) => ({
    ...flip,
    units: units.filter(({ unit }) => findUnit(inUse.assessment, unit)?.scored.facts.sheet === sheet.id),
  }));
  const deciding = onSheet.filter(({ units }) => units.some(isDecided));
  const others = onSheet.filter((flip) => !deciding.includes(flip));
  return (
    <div className="paper">
      <table className="flips">
        <caption className="visually-hidden">{t('flips.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('flips.reading')}</th>
            <th scope="col">{t('flips.alternative')}</th>
            <th scope="col">{t('flips.units')}</th>
          </tr>
        </thead>
        <tbody>
          {deciding.map((flip) => (
            <FlipRow key={`${flip.reading} ${flip.alternative}`} flip={flip} />
          ))}
          {deciding.length === 0 && (
            <tr>
              <td colSpan={3}>{t('flips.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
      {others.length > 0 && <Others flips={others} />}
      <p className="key-hint">{t('flips.hint')}</p>
    </div>
  );
}

function isDecided({ grades, rank }: FlippedUnit): boolean {
  return grades[0] !== grades[1] || rank[0] !== rank[1];
}

function FlipRow({ flip: { reading: name, alternative, units } }: { readonly flip: Flip }) {
  const { t } = useTranslation();
  const { scheme } = useAssessment().assessment.program;
  const words = useReadingWords(name);
  const choose = useChooseReading(name, scheme.readings[name]?.adopted ?? '');
  const decided = units.filter(isDecided);
  return (
    <tr>
      <th scope="row" className="reading-cell">
        <Link to="/scheme" search={(before) => ({ ...keepAcross(before), section: 'readings', show: name })}>
          ◆ {words.question}
        </Link>
        <small className="reading-now">
          {t('flips.inForce')}
          {t('app.colon')}
          {words.inForce}
        </small>
      </th>
      <td className="reading-cell">
        {words.of(alternative)}
        <Button
          size="small"
          aria-label={`${t('reading.choose')}${t('app.colon')}${words.of(alternative)}`}
          onClick={() => choose(alternative)}
        >
          {t('reading.choose')}
        </Button>
      </td>
      <td>
        <FlippedUnits units={decided} />
        {units.length > decided.length && (
          <small className="total-only">{t('flips.totalOnly', { count: units.length - decided.length })}</small>
        )}
      </td>
    </tr>
  );
}

function FlippedUnits({ units }: { readonly units: readonly FlippedUnit[] }) {
  const graded = units.filter(({ grades }) => grades[0] !== grades[1]);
  const ranked = units.filter((unit) => !graded.includes(unit));
  const { t } = useTranslation();
  return (
    <>
      {graded.length > 0 && <UnitLines units={graded} />}
      {ranked.length > 0 && (
        <details open={graded.length === 0 && ranked.length < 4}>
          <summary>{t('flips.rankOnly', { count: ranked.length })}</summary>
          <UnitLines units={ranked} />
        </details>
      )}
    </>
  );
}

function UnitLines({ units }: { readonly units: readonly FlippedUnit[] }) {
  return (
    <ul className="unit-lines">
      {units.map((flipped) => (
        <li key={flipped.unit}>
          <Link to="/units/$name" params={{ name: flipped.unit }} search={keepAcross}>
            <UnitName name={flipped.unit} />
          </Link>
          <Moves moved={flipped} />
        </li>
      ))}
    </ul>
  );
}

/** Alternatives that leave grades and ranks as they are. */
function Others({ flips }: { readonly flips: readonly Flip[] }) {
  const { t } = useTranslation();
  return (
    <details className="others-folded">
      <summary>{t('flips.others', { count: flips.length })}</summary>
      <ul>
        {flips.map(({ reading, alternative, units }) => (
          <Fragment key={`${reading} ${alternative}`}>
            <OtherFlip reading={reading} alternative={alternative} moved={units.length} />
          </Fragment>
        ))}
      </ul>
    </details>
  );
}

interface OtherFlipProps {
  readonly reading: string;
  readonly alternative: string;
  readonly moved: number;
}

function OtherFlip({ reading, alternative, moved }: OtherFlipProps) {
  const { t } = useTranslation();
  const words = useReadingWords(reading);
  return (
    <li>
      {words.question} → {words.of(alternative)}
      {moved > 0 && <small className="total-only">{t('flips.totalOnly', { count: moved })}</small>}
    </li>
  );
}

/** A reading's question and its alternatives in the interface's language. */
function useReadingWords(name: string): {
  readonly question: string;
  readonly inForce: string;
  readonly of: (alternative: string) => string;
} {
  const language = useLanguage();
  const { scheme, readings } = useAssessment().assessment.program;
  const reading = scheme.readings[name];
  const of = (alternative: string) => {
    const words = reading?.alternatives[alternative];
    return (language === 'zh' ? words?.text : words?.textEn) ?? alternative;
  };
  return {
    question: (language === 'zh' ? reading?.question : reading?.questionEn) ?? name,
    inForce: of(readings[name] ?? ''),
    of,
  };
}
