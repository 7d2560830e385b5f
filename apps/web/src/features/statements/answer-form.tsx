/** One statement with the sentence it is about, what is at stake, and the answer: each with its reason. */
import type { StatementDetail, StatementJson } from '@kaohe/api-contract';
import { cellText, type Scheme } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import type { IssuedYear } from '../../shared/office/issued-year';
import { Refusal } from '../../shared/office/refusal';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { GivenAnswer, Stated, useKeepStatement } from './opened-statement';
import { type StatementPlace, sendAnswer, statementRequest } from './requests';
import { StakeLine } from './stake-line';

interface AnswerFormProps {
  readonly issued: IssuedYear;
  readonly statement: StatementJson;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

export function AnswerForm({ issued, statement, onAnswered, onClose }: AnswerFormProps) {
  const { t } = useTranslation();
  const { unit, line, stage } = statement;
  const place: StatementPlace = { year: issued.year, stage, unit, line };
  const { data, error } = useQuery(statementRequest(place));
  if (!data) return <Unread error={error} />;
  return (
    <form
      className="answering"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <p lang="zh-CN" className="stated-about">
        {sentenceOf(issued.scheme, line)}
      </p>
      {stage === 'appeal' && <StakeLine stake={data.stake} scheme={issued.scheme} />}
      <Stated year={issued.year} statement={data} />
      <GivenAnswer statement={data} />
      {data.scoredIt && data.state === 'submitted' && <p className="scored-it">{t('statements.scoredIt')}</p>}
      {data.state === 'upheld' && (
        <p>
          <Link to="/office/reports/$unit" params={{ unit }} search={keepInOffice}>
            {t('statements.toReport')}
          </Link>
        </p>
      )}
      {data.may.answer ? (
        <Answering key={data.version} place={place} statement={data} onAnswered={onAnswered} />
      ) : (
        <Button autoFocus onClick={onClose}>
          {t('statements.close')}
        </Button>
      )}
    </form>
  );
}

const OUTCOMES = { 'self-assessment': ['accepted', 'returned'], appeal: ['upheld', 'rejected'] } as const;
type Outcome = (typeof OUTCOMES)[keyof typeof OUTCOMES][number];

interface AnsweringProps {
  readonly place: StatementPlace;
  readonly statement: StatementDetail;
  readonly onAnswered: () => void;
}

function Answering({ place, statement, onAnswered }: AnsweringProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  const keep = useKeepStatement(place);
  const [reason, setReason] = useState('');
  const [finding, setFinding] = useState('');
  const isAppeal = place.stage === 'appeal';
  const isReady = (outcome: Outcome) => {
    if (outcome === 'accepted') return true;
    return reason.trim() !== '' && (outcome !== 'upheld' || finding.trim() !== '');
  };
  const answer = (outcome: Outcome) =>
    void run(async () => {
      const body = { outcome, reason: reason.trim(), ...(outcome === 'upheld' && { finding: finding.trim() }) };
      keep(await sendAnswer(place, { body, ifMatch: statement.version }));
      onAnswered();
    });
  return (
    <>
      <Input
        autoFocus={isAppeal}
        aria-label={t('statements.reason')}
        placeholder={t('statements.reason')}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {isAppeal && (
        <Input
          aria-label={t('statements.findingField')}
          placeholder={t('statements.findingField')}
          maxLength={1000}
          value={finding}
          onChange={({ target }) => setFinding(target.value)}
        />
      )}
      <div className="row-buttons">
        {OUTCOMES[place.stage].map((outcome) => (
          <Button
            key={outcome}
            // Whatever is in order is accepted by Enter, and the next opens.
            autoFocus={outcome === 'accepted'}
            disabled={busy || !isReady(outcome)}
            onClick={() => answer(outcome)}
          >
            {t(`statements.outcome.${outcome}`)}
          </Button>
        ))}
        {isAppeal && <small>{t('statements.upheldHint')}</small>}
      </div>
      <Refusal error={error} />
    </>
  );
}

/** The sentence a deduction quotes, or the criterion of a row. */
function sentenceOf({ sheets }: Scheme, line: string): string {
  const rows = sheets.flatMap(({ items }) => items.flatMap((item) => item.rows));
  const row = rows.find(({ id }) => id === line);
  if (row) return cellText(row.criterion);
  return rows.flatMap(({ clauses }) => clauses).find(({ id }) => id === line)?.quote ?? line;
}
