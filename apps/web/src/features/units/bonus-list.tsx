/** Under a unit's sheet: the deeds put forward for the bonus and what each counts. */
import { type AssessedUnit, formatExact } from '@kaohe/scoring';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';

export function BonusList({ unit }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scheme } = useAssessment().assessment.program;
  const { entries, counted } = unit.scored.bonus;
  if (entries.length === 0) return null;
  const kindName = (kind: string) => {
    const found = scheme.bonus.kinds.find((one) => one.kind === kind);
    return found ? nameOf(found, language) : kind;
  };
  return (
    <div className="paper bonus-list">
      <table>
        <caption>{t('unit.bonus')}</caption>
        <tbody>
          {entries.map((deed) => (
            <tr key={`${deed.deed} ${deed.kind} ${deed.level}`}>
              <td lang="zh-CN">{deed.deed}</td>
              <td>{kindName(deed.kind)}</td>
              <td>{deed.reason === undefined ? levelWords(deed.level, t) : <q lang="zh-CN">{deed.reason}</q>}</td>
              <td className="number">{counted.includes(deed) ? `+${formatExact(deed.points)}` : t('why.once')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function levelWords(level: string | undefined, t: ReturnType<typeof useTranslation>['t']): string {
  if (level === 'nation' || level === 'province' || level === 'city') return t(`scheme.level.${level}`);
  return t('scheme.anyLevel');
}
