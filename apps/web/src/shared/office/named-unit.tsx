/** A unit's name on the pages of the office: as printed, with the English one beside it in the English interface. */
import type { Scheme } from '@kaohe/scoring';
import { useLanguage } from '../language/i18n';

interface NamedUnitProps {
  readonly scheme: Scheme;
  readonly name: string;
}

export function NamedUnit({ scheme, name }: NamedUnitProps) {
  const language = useLanguage();
  const english = scheme.population.units.find((unit) => unit.name === name)?.nameEn;
  return (
    <>
      <span lang="zh-CN">{name}</span>
      {language === 'en' && english && <span className="english-name">{english}</span>}
    </>
  );
}
