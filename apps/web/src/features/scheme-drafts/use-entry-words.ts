/** A veto, a grade or the bonus in words: what the document says, how it was read, and what is asked about it. */
import { acceptedEntry } from '@kaohe/clauses';
import type { TFunction } from 'i18next';
import { useTranslation } from '../../shared/language/i18n';
import type { OutcomeEntry } from './entry-words';

interface EntryWords {
  readonly quote: string;
  readonly reads: string;
  readonly asks: string;
}

export function useEntryWords(entry: OutcomeEntry): EntryWords {
  const { t } = useTranslation();
  switch (entry.kind) {
    case 'bonus': {
      const { cap, highestOnly, withinFullMarks } = entry.bonus;
      const also = [highestOnly && t('drafts.bonus.highestOnly'), withinFullMarks && t('drafts.bonus.withinFullMarks')];
      const most = cap === '' ? t('drafts.queue.bonusOpen') : `${t('drafts.bonus.cap')} ${cap}`;
      return {
        quote: '',
        reads: [most, ...also].filter((one) => one !== false).join(' · '),
        asks: t('drafts.queue.askBonus'),
      };
    }
    case 'veto': {
      const { quote, effect } = entry.veto;
      return {
        quote,
        reads: `${conditionWords(t, entry)} → ${t(`drafts.vetoes.effects.${effect}`)}`,
        asks: t(acceptedEntry(entry) ? 'drafts.queue.askVeto' : 'drafts.queue.askCondition'),
      };
    }
    case 'band': {
      const { quote, grade, from } = entry.band;
      return {
        quote,
        reads: `${grade} ${from === '' ? t('drafts.bands.rest') : `≥ ${from}`}`,
        asks: t(from === '' ? 'drafts.queue.askRest' : 'drafts.queue.askBand', { grade, from }),
      };
    }
  }
}

function conditionWords(t: TFunction, { veto: { when } }: Extract<OutcomeEntry, { kind: 'veto' }>): string {
  if (when === null) return t('drafts.vetoes.other');
  if (when.kind === 'score-below') return t('drafts.vetoes.words.score', { value: when.value });
  const number = when.count || '–';
  return when.kind === 'accidents'
    ? t('drafts.vetoes.words.accidents', { number, level: t(`drafts.options.${when.atLeast}`) })
    : t('drafts.vetoes.words.talks', { number, by: when.by || '–' });
}
