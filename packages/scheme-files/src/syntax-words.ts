/** Text that is no YAML, in our own words: what is wrong, where, what to do; the parser's sentence last. */
import { type Text, text } from '@kaohe/scoring';
import type { ErrorCode } from 'yaml';

const INDENT = text(
  '缩进不对。同一层的各行要从同一列写起，下一层往右缩两格',
  'the indent is wrong. Begin lines of one level in one column, two spaces further in for the next level',
);
const UNPAIRED = text(
  '括号、引号没有配对，或者少了逗号、冒号。请查看这里前后',
  'a bracket or quote is not closed, or a comma or colon is missing. Look around here',
);
const COLON = text(
  '一行里有两个冒号，或者键的后面少了冒号。值里有冒号的，整个值加引号',
  'a line has two colons, or a key has none. Put a value that holds a colon in quotes',
);
const START = text(
  '值以特殊符号开头。请给整个值加引号',
  'a value begins with a special character. Put the value in quotes',
);

const WHAT: Partial<Readonly<Record<ErrorCode, Text>>> = {
  BAD_INDENT: INDENT,
  TAB_AS_INDENT: text('缩进用了制表符（Tab）。请改成空格', 'a tab is used as indent. Use spaces instead'),
  MISSING_CHAR: UNPAIRED,
  BAD_COLLECTION_TYPE: UNPAIRED,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: COLON,
  KEY_OVER_1024_CHARS: COLON,
  BLOCK_IN_FLOW: text(
    '括号里面不能另起缩进的内容。请把括号里的写完，或不用括号',
    'indented lines cannot stand within brackets. Finish the brackets, or use none',
  ),
  BAD_SCALAR_START: START,
  BAD_DIRECTIVE: START,
  BAD_DQ_ESCAPE: text(
    '双引号里的反斜杠（\\）写法不对。请改用单引号',
    'a backslash within double quotes is wrong. Use single quotes',
  ),
  MULTIPLE_DOCS: text(
    '一个文件里有不止一份内容（---）。请分成几个文件',
    'the file holds more than one document (---). Split it',
  ),
};
const OTHER = text('这里多了或错了符号', 'something here should not be there');

/** The sentence about an error of the parser. */
export function syntaxWords(
  { code, message }: { readonly code: ErrorCode; readonly message: string },
  at: { readonly line: number; readonly column: number } | undefined,
): Text {
  // Within brackets the parser takes whatever follows for lines that are not far enough in.
  const { zh, en } = message.startsWith('Flow') ? UNPAIRED : (WHAT[code] ?? OTHER);
  const detail = message.split('\n')[0] ?? '';
  const [place, placeEn] = at
    ? [`第 ${at.line} 行第 ${at.column} 列`, `line ${at.line}, column ${at.column}`]
    : ['', ''];
  return text(
    `不是有效的 YAML 或 JSON：${place}${zh}。（${detail}）`,
    `Not valid YAML or JSON: ${placeEn && `${placeEn}: `}${en}. (${detail})`,
  );
}
