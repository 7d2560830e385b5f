/** The places seen on a visit: of what kind, which, and what was found there. */
import { PLACE_KINDS, type RegisterBody } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';

export type Place = RegisterBody<'visits'>['places'][number];

/** Places taken over from a draw. */
export interface Drawn {
  readonly draw: string;
  readonly places: readonly Place[];
}

interface PlaceFieldsProps {
  readonly places: readonly Place[];
  readonly onChange: (places: readonly Place[]) => void;
}

export function PlaceFields({ places, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const change = (at: number, place: Partial<Place>) =>
    onChange(places.map((one, index) => (index === at ? { ...one, ...place } : one)));
  return (
    <fieldset className="place-fields">
      <legend>{t('visits.places')}</legend>
      {places.map((place, index) => (
        // Places have no identity but their position while they are typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="place-line">
          <select
            aria-label={t('visits.kindOf', { number: index + 1 })}
            value={place.kind}
            onChange={({ target }) => change(index, { kind: target.value as Place['kind'] })}
          >
            {PLACE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`visits.kinds.${kind}`)}
              </option>
            ))}
          </select>
          <input
            aria-label={t('visits.nameOf', { number: index + 1 })}
            placeholder={t('visits.name')}
            value={place.name}
            onChange={({ target }) => change(index, { name: target.value, draw: undefined })}
          />
          <input
            className="place-finding"
            aria-label={t('visits.findingOf', { number: index + 1 })}
            placeholder={t('visits.finding')}
            value={place.finding ?? ''}
            onChange={({ target }) => change(index, { finding: target.value })}
          />
          <Button
            aria-label={t('visits.remove', { number: index + 1 })}
            onClick={() => onChange(places.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...places, { kind: 'enterprise', name: '' }])}>{t('visits.addPlace')}</Button>
    </fieldset>
  );
}
