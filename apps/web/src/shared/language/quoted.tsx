/** A text that may quote Chinese names in an English sentence: they are marked, so that they are read aloud and set as Chinese. */
import { Fragment } from 'react';
import { useLanguage } from './i18n';

const CHINESE = /([\u3400-\u9fff][\u3400-\u9fff\u3001\uff08\uff09\d]*)/;

/** For what can hold no elements. */
export function langOf(text: string): 'zh-CN' | undefined {
  return CHINESE.test(text) ? 'zh-CN' : undefined;
}

export function Quoted({ text }: { readonly text: string }) {
  const language = useLanguage();
  if (language === 'zh') return <>{text}</>;
  // What stands at odd places is what the expression caught.
  return (
    <>
      {text.split(CHINESE).map((part, index) => {
        const key = `${index}${part}`;
        return index % 2 === 1 ? (
          <span key={key} lang="zh-CN">
            {part}
          </span>
        ) : (
          <Fragment key={key}>{part}</Fragment>
        );
      })}
    </>
  );
}
