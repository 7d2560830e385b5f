/** The rating forms: who rates, the scale, how a sum of ballots becomes the part's score. */
import type { RatingForm } from '@kaohe/scoring';
import { useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ReadingMarks } from '../../shared/readings/reading-marks';

export function FormsSection() {
  const { forms } = useAssessment().assessment.program.scheme;
  return (
    <div className="two-columns">
      {forms.map((form) => (
        <FormBlock key={form.id} form={form} />
      ))}
    </div>
  );
}

function FormBlock({ form }: { readonly form: RatingForm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rounding =
    { '0': t('scheme.digits.0') }[form.rounding ?? ''] ?? t('scheme.digits.other', { count: Number(form.rounding) });
  const lines: [string, string][] = [
    [
      t('scheme.raters'),
      t('scheme.ratersValue', {
        count: Number(form.raters),
        name: language === 'zh' ? form.raterName : form.raterNameEn,
      }),
    ],
    [t('scheme.scale'), t('scheme.scaleValue', { scale: form.scale, decimals: form.decimals })],
    [t('scheme.coefficient'), `× ${form.coefficient}`],
    [t('scheme.rounding'), form.rounding === undefined ? t('scheme.unrounded') : rounding],
    [t('scheme.missing'), t(`scheme.missingValue.${form.missing}`)],
  ];
  return (
    <section className="paper block">
      <h2>
        <span lang="zh-CN">{form.annex}</span> {language === 'en' && form.titleEn}
      </h2>
      <p lang="zh-CN">{form.title}</p>
      <table className="compact">
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('scheme.notes')}</h3>
      <ul className="plain-list" lang="zh-CN">
        {form.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{form.signature}</li>
      </ul>
      <ReadingMarks names={form.readings ?? []} />
    </section>
  );
}
