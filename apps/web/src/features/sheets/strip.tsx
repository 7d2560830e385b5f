/** The strip at the bottom: the score as it is, what is still possible, what the last change did, and what is not saved. */
import { isToldScores } from '@kaohe/api-contract';
import type { ScoreJson } from '@kaohe/scoring';
import { UploadsUnderWay } from '../../shared/evidence/upload-lines';
import type { Upload } from '../../shared/evidence/uploads';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { useActing } from '../../shared/office/session';
import { useGradeWords } from './grade-words';
import { type SheetState, unitJson } from './use-sheet';

interface StripProps {
  readonly state: SheetState;
  readonly uploads: readonly Upload[];
}

export function Strip({ state, uploads }: StripProps) {
  const { t } = useTranslation();
  const isTold = isToldScores(useActing().acting.role);
  const own = state.lines.filter(({ json }) => json.own);
  return (
    <section className="sheet-strip" aria-label={t(isTold ? 'sheets.strip' : 'sheets.stripUnscored')}>
      {isTold && <Scores state={state} />}
      <span className="strip-progress">
        {t('unit.closedRows', { closed: own.filter(({ closed }) => closed).length, all: own.length })}
      </span>
      {isTold ? <LastChange state={state} /> : <span className="strip-last" />}
      <UploadsUnderWay items={uploads} />
      <Saved state={state} />
    </section>
  );
}

function Scores({ state: { assessment } }: { readonly state: SheetState }) {
  const { t } = useTranslation();
  const grades = useGradeWords(assessment.program.scheme);
  const unit = unitJson(assessment);
  const full = assessment.program.sheets.get(unit.sheet)?.sheet.fullMarks ?? '';
  return (
    <>
      <span className="strip-score">
        <small>{t('unit.sheetScore')}</small> <strong>{interval(unit.sheetScore)}</strong> / {full}
      </span>
      {unit.bonus.most !== '0' && (
        <span>
          <small>{t('unit.bonus')}</small> {interval(unit.bonus)}
        </span>
      )}
      <span>
        <small>{t('results.total')}</small> {interval(unit.total)}
      </span>
      <span className="strip-grade">
        <small>{t('results.grade')}</small> <Quoted text={grades(unit.grades)} />
      </span>
    </>
  );
}

function interval({ least, most }: ScoreJson): string {
  return least === most ? most : `${least}–${most}`;
}

/** `第 2 行：细则得分 88–100 → 88–98，等次不变`. */
function LastChange({ state: { last, assessment } }: { readonly state: SheetState }) {
  const { t } = useTranslation();
  const grades = useGradeWords(assessment.program.scheme);
  if (!last) return <span className="strip-last" role="status" />;
  const { line, before, after } = last;
  const moves = [
    [t('unit.sheetScore'), interval(before.sheetScore), interval(after.sheetScore)],
    [t('unit.bonus'), interval(before.bonus), interval(after.bonus)],
    [t('results.total'), interval(before.total), interval(after.total)],
    [t('results.grade'), grades(before.grades), grades(after.grades)],
  ].filter(([, from, to]) => from !== to);
  const stays = before.grades.join() === after.grades.join();
  return (
    <span className="strip-last" role="status" data-testid="last-change">
      {t('sheets.lastChange', { row: line.split('/')[1] ?? t('unit.bonus') })}
      {moves.length === 0 && t('sheets.same')}
      {moves.map(([what, from, to]) => (
        <span key={what} className="move">
          <small>{what}</small> {from} → {to}
        </span>
      ))}
      {moves.length > 0 && stays && <span className="move">{t('sheets.gradeStays')}</span>}
    </span>
  );
}

function Saved({ state: { lines } }: { readonly state: SheetState }) {
  const { t } = useTranslation();
  const pending = lines.flatMap((line) => line.pending ?? []);
  const offline = pending.some(({ progress }) => progress === 'offline');
  const words = offline
    ? t('sheets.offline', { count: pending.length })
    : pending.length > 0
      ? t('sheets.unsaved', { count: pending.length })
      : t('sheets.saved');
  return (
    <span className={`strip-saved ${offline ? 'offline' : pending.length > 0 ? 'unsaved' : 'saved'}`} role="status">
      <span aria-hidden="true">{offline ? '▲' : pending.length > 0 ? '…' : '✓'}</span> {words}
    </span>
  );
}
