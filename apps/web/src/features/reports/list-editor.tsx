/** Numbered paragraphs: one field a paragraph, another by one button. */
import { SAID_NONE } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useTranslation } from '../../shared/language/i18n';
import { textRows } from './text-rows';

interface ListEditorProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly onChange: (texts: string[]) => void;
}

export function ListEditor({ title, texts, onChange }: ListEditorProps) {
  const { t } = useTranslation();
  const replaced = (index: number, text: string) => texts.map((one, at) => (at === index ? text : one));
  const keyed = texts.map((text, index) => ({ text, n: index + 1 }));
  return (
    <fieldset className="list-editor">
      <legend>{title}</legend>
      <ol>
        {keyed.map(({ text, n }) => (
          <li key={n}>
            <Input.TextArea
              aria-label={`${title}：${t('reports.numbered', { n })}`}
              rows={textRows(text, 1, 6)}
              maxLength={2000}
              value={text}
              onChange={(event) => onChange(replaced(n - 1, event.target.value))}
            />
            <Button
              size="small"
              aria-label={t('reports.remove', { n })}
              onClick={() => onChange(texts.filter((_, at) => at !== n - 1))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={() => onChange([...texts, ''])}>
        {t('reports.add')}
      </Button>{' '}
      {texts.length === 0 && (
        <Button size="small" onClick={() => onChange([SAID_NONE])}>
          {t('reports.sayNone')}
        </Button>
      )}
    </fieldset>
  );
}
