/** What a sentence of the notice is, in words: coverage names it `form leader columns`. */
import type { Scheme } from '@kaohe/scoring';
import type { TFunction } from 'i18next';
import { zh } from '../../shared/language/zh';

interface Wording {
  readonly scheme: Scheme;
  readonly t: TFunction;
}

type Word = keyof typeof zh.scheme.covers;

function isWord(word: string): word is Word {
  return word in zh.scheme.covers;
}

/** Several, separated by commas. */
export function coversWords(covers: string, wording: Wording): string {
  return covers
    .split(',')
    .map((one) => oneCovered(one.trim().split(' '), wording))
    .join('；');
}

function oneCovered([kind = '', ...rest]: readonly string[], { scheme, t }: Wording): string {
  const word = (text: string) => (isWord(text) ? t(`scheme.covers.${text}`) : text);
  const [id, ...attributes] = rest;
  const name = id === undefined ? [] : [nameOf(scheme, kind, id) ?? word(id)];
  return [word(kind), ...name, ...attributes.map(word)].join(' · ');
}

/** The printed name of what an id means within its kind. */
function nameOf(scheme: Scheme, kind: string, id: string): string | undefined {
  const parts = scheme.sheets.flatMap((sheet) => sheet.parts);
  const named: Readonly<Record<string, string | undefined>> = {
    sheet: scheme.sheets.find((sheet) => sheet.id === id)?.annex,
    form: parts.find((part) => part.form === id)?.name,
    part: parts.find((part) => part.id === id)?.name,
    calendar: scheme.calendar.find((entry) => entry.stage === id)?.name,
    veto: scheme.vetoes.find((veto) => veto.id === id)?.name,
    award: scheme.awards.find((award) => award.id === id)?.name,
    team: scheme.population.teams.find((team) => team.id === id)?.name,
    bonus: scheme.bonus.kinds.find((deed) => deed.kind === id)?.name,
  };
  return named[kind];
}
