/** The form as printed: title, one line a unit, notes, signature. What stands in the column of marks is the caller's. */
import type { RatingForm, Scheme } from '@kaohe/scoring';
import { Fragment, type ReactNode } from 'react';
import { useLanguage } from '../../shared/language/i18n';
import { NamedUnit } from '../../shared/office/named-unit';
import { convertedColumn, finestMark } from './marks';

interface PrintedFormProps {
  readonly scheme: Scheme;
  readonly form: RatingForm;
  readonly units: readonly string[];
  /** The marks that stand: what is converted beside them. */
  readonly marks: Readonly<Record<string, string>>;
  readonly cell: (unit: string, index: number) => ReactNode;
  readonly current?: string | undefined;
}

export function PrintedForm({ scheme, form, units, marks, cell, current }: PrintedFormProps) {
  const language = useLanguage();
  const converted = convertedColumn([finestMark(form)], form);
  const [number = '序号', unitHead = '单位', markHead = '分数', convertedHead = '换算分数'] = form.columns;
  return (
    <div className="rating-paper">
      <p className="annex" lang="zh-CN">
        {form.annex}
      </p>
      <h1 lang="zh-CN">
        {form.title.split(' ').map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' '}
            <span className="title-part">{part}</span>
          </Fragment>
        ))}
      </h1>
      {language === 'en' && <p className="english-title">{form.titleEn}</p>}
      <table className="compact" lang="zh-CN">
        <thead>
          <tr>
            <th scope="col">{number}</th>
            <th scope="col">{unitHead}</th>
            <th scope="col">
              <span className="given-mark">{markHead}</span>
            </th>
            <th scope="col" className="number">
              {convertedHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit, index) => (
            <tr key={unit} className={unit === current ? 'current' : ''}>
              <td>{index + 1}</td>
              <th scope="row">
                <NamedUnit scheme={scheme} name={unit} />
              </th>
              <td className="mark-cell">{cell(unit, index)}</td>
              <td className="number">{marks[unit] === undefined ? '' : converted(marks[unit])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="printed-notes" lang="zh-CN">
        {form.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p className="signature-line">{form.signature}</p>
      </div>
    </div>
  );
}
