/** Under a unit's sheet: the deeds put forward for the bonus and what each counts. */
import { type AssessedUnit, formatExact } from '@kaohe/scoring';
import { useAssessment } from '../../shared/assessment/assessment';
import { useTranslation } from '../../shared/language/i18n';

export function BonusList({ unit }: { readonly unit: AssessedUnit }) {
  const { t } = useTranslation();
  const { scheme } = useAssessment().assessment.program;
  const { entries, counted } = unit.scored.bonus;
  if (entries.length === 0) return null;
  return (
    <div className="paper bonus-list">
      <table>
        <caption>{t('unit.bonus')}</caption>
        <tbody>
          {entries.map((deed) => (
            <tr key={`${deed.deed} ${deed.kind} ${deed.level}`}>
              <td lang="zh-CN">{deed.deed}</td>
              <td lang="zh-CN">{scheme.bonus.kinds.find(({ kind }) => kind === deed.kind)?.name ?? deed.kind}</td>
              <td>{levelWords(deed.level, t)}</td>
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
