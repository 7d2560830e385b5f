/** A unit's name: Chinese as printed, with the English one beside it in the English interface. */
import { useLanguage } from '../language/i18n';
import { findEnglishName, useAssessment } from './assessment';

export function UnitName({ name }: { readonly name: string }) {
  const language = useLanguage();
  const { assessment } = useAssessment();
  const english = language === 'en' ? findEnglishName(assessment.program.scheme, name) : undefined;
  return (
    <>
      <span lang="zh-CN">{name}</span>
      {english && <span className="english-name">{english}</span>}
    </>
  );
}
