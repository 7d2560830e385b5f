/** Why a document is not read, and what to do. */
import { text } from '@kaohe/scoring';
import type { PackageRefusals } from '../ooxml/open-package.js';

export const WORD_REFUSALS: PackageRefusals = {
  damaged: text(
    '文件已损坏或不是 .docx 文档。请在文字处理软件里打开，另存为“Word 文档（.docx）”。',
    'The file is damaged or no .docx document. Open it in a word processor and save it as a Word document (.docx).',
  ),
  macros: text(
    '文件含有宏，不予读取。请另存为不带宏的“Word 文档（.docx）”。',
    'The file contains macros and is not read. Save it as a Word document without macros (.docx).',
  ),
  oldOrEncrypted: text(
    '这是旧格式（.doc、.wps）或加了密码的文件。请去掉密码，另存为“Word 文档（.docx）”。',
    'The file has the old format (.doc, .wps) or a password. Remove the password and save it as .docx.',
  ),
};
export const DOCUMENT_TOO_LARGE = text(
  '文件超过 32 MB，考核文件不会这么大。请确认选对了文件。',
  'The file is larger than 32 MB; no assessment document is. Check that it is the right file.',
);
export const NO_TEXT = text(
  '读不出文字。能读的是 .docx、.xlsx、.pdf（有文字的）、.txt 和 .md（UTF-8 或 GB 18030）。',
  'No text can be read from it. Read are .docx, .xlsx, .pdf (with text), .txt and .md (UTF-8 or GB 18030).',
);
export const WEB_PAGE = text(
  '这是网页（HTML），里面除了正文还有标记和栏目，不予读取。请在浏览器里打开，把正文复制到文字处理软件，另存为“Word 文档（.docx）”；或者把正文粘贴成文字。',
  'This is a web page (HTML), with markup and menus around the text, and is not read. Open it in a browser, copy the text into a word processor and save it as a Word document (.docx); or paste the text itself.',
);
export const SCANNED = text(
  '这份 PDF 里没有文字，可能是扫描件。请找有文字的版本，或先识别成文字。',
  'This PDF holds no text; it may be a scan. Find a version with text, or recognise it first.',
);
export const DAMAGED_PDF = text(
  '这份 PDF 已损坏或加了密码。请去掉密码，或重新导出。',
  'This PDF is damaged or has a password. Remove the password or export it again.',
);
