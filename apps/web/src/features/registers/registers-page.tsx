/** A register of the year: a form row, and a dense table whose rows open what they do to the scores. */
import type { RegisterEntry, Role } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { UnitFilter, useAskedUnits } from '../../shared/tables/unit-filter';
import { digestRequest } from '../ratings/requests';
import { EntryForm } from './entry-form';
import { EntryTable } from './entry-table';
import './registers.css';
import { type EntryList, entriesRequest } from './requests';
import { registersOf, type ShownRegister } from './shown-registers';

/** `/office/registers` leads to the first register of the role acting. */
export function RegistersStart() {
  return <WithIssuedYear>{({ overview }) => <ToFirst registers={registersOf(overview)} />}</WithIssuedYear>;
}

function ToFirst({ registers: [register] }: { readonly registers: readonly ShownRegister[] }) {
  if (!register) return <NoRegister />;
  return <Navigate to="/office/registers/$register" params={{ register }} search={keepInOffice} replace />;
}

/** A division may supply rows of sheets alone. */
function NoRegister() {
  const { t } = useTranslation();
  return (
    <>
      <div className="toolbar">
        <h1>{t('registers.title')}</h1>
      </div>
      <p className="no-facts">{t('registers.noneOfYours')}</p>
    </>
  );
}

export function RegisterPage() {
  const { register: asked } = useParams({ strict: false });
  return (
    <WithIssuedYear>
      {(issued) => {
        const registers = registersOf(issued.overview);
        const register = registers.find((one) => one === asked);
        if (!register) return <ToFirst registers={registers} />;
        return <OneRegister key={register} issued={issued} register={register} />;
      }}
    </WithIssuedYear>
  );
}

export interface RegisterInUse {
  readonly issued: IssuedYear;
  readonly register: ShownRegister;
  readonly mayChange: boolean;
  readonly entries: readonly RegisterEntry[];
  /** Reads the register again after a change. */
  readonly onChanged: () => void;
}

function OneRegister({ issued, register }: Pick<RegisterInUse, 'issued' | 'register'>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asked = entriesRequest({ year: issued.year, register });
  const { data, error } = useQuery(asked);
  const [edited, setEdited] = useState<RegisterEntry>();
  const { role } = useActing().acting;
  const isOwn = role === 'assessed-unit';
  const only = onlyYours(role, register);
  const shown = useShown(data, issued.scheme);
  const inUse: RegisterInUse = {
    issued,
    register,
    mayChange: data?.mayChange ?? false,
    entries: data?.entries ?? [],
    onChanged: () => {
      void queries.invalidateQueries({ queryKey: asked.queryKey });
      void queries.invalidateQueries({ queryKey: digestRequest(issued.year).queryKey });
    },
  };
  return (
    <>
      <RegisterTools issued={issued} shown={shown.length} all={inUse.entries.length} register={register} />
      {!data && <Unread error={error} />}
      {inUse.mayChange && (
        <EntryForm
          key={edited ? `${edited.entry}/${edited.version}` : 'new'}
          {...inUse}
          edited={edited}
          onDone={() => setEdited(undefined)}
        />
      )}
      {data && data.entries.length === 0 && (
        <p className="no-facts">
          {t(`registers.empty.${register}`)} {only && `${t(`registers.onlyYours.${only}`)} `}
          {t(inUse.mayChange ? 'registers.emptyNext' : isOwn ? 'registers.emptyOwn' : 'registers.emptyWait')}
        </p>
      )}
      {data && data.entries.length > 0 && <EntryTable {...inUse} shown={shown} onEdit={setEdited} />}
    </>
  );
}

/** Why a register may be empty for one role and not for the office. */
function onlyYours(role: Role, register: ShownRegister): 'division' | 'group' | 'team' | undefined {
  if (role === 'supplying-division') return 'division';
  if (role === 'patrol-group' && register === 'patrol-findings') return 'group';
  return role === 'team-leader' || role === 'team-member' ? 'team' : undefined;
}

/** Entries of the units the address asks for; those without a day in the printed order of the units. */
function useShown(data: EntryList | undefined, { population }: IssuedYear['scheme']): readonly RegisterEntry[] {
  const isAsked = useAskedUnits();
  const englishOf = (unit: string) => population.units.find(({ name }) => name === unit)?.nameEn;
  const place = ({ unit, body }: RegisterEntry) =>
    body.on === undefined ? population.units.findIndex(({ name }) => name === unit) : 0;
  return (data?.entries ?? [])
    .filter(({ unit, alsoUnit }) => [unit, alsoUnit].some((one) => isAsked(one, englishOf(one))))
    .sort((one, other) => place(one) - place(other));
}

interface RegisterToolsProps extends Pick<RegisterInUse, 'issued' | 'register'> {
  readonly shown: number;
  readonly all: number;
}

function RegisterTools({ issued, register, shown, all }: RegisterToolsProps) {
  const { t } = useTranslation();
  return (
    <div className="toolbar">
      <h1>{t('registers.title')}</h1>
      <nav className="register-tabs" aria-label={t('registers.title')}>
        {registersOf(issued.overview).map((one) => (
          <Link
            key={one}
            to="/office/registers/$register"
            params={{ register: one }}
            search={keepInOffice}
            aria-current={one === register ? 'page' : undefined}
          >
            {t(`registers.names.${one}`)}
          </Link>
        ))}
      </nav>
      <UnitFilter shown={shown} all={all} />
    </div>
  );
}
