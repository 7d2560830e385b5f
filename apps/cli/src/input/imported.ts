/** What `kaohe import --json` wrote, told by its content; and what to do with it where a scheme or facts are asked for. */
import { type ReadScheme, readImported } from '@kaohe/office-files';
import { type Text, text } from '@kaohe/scoring';

/** Undefined where the bytes are anything else. */
export function importedIn(bytes: Uint8Array): ReadScheme | undefined {
  try {
    return readImported(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

/** It is neither a scheme nor facts: what it is, and how to come to a scheme. */
export function importedWords(path: string): Text {
  return text(
    `“${path}”是 kaohe import --json 从考核文件里读出的内容，还不是方案：里面的问题没有人确认过。` +
      '印回原表看：kaohe export 这个文件 --docx 原表.docx。要计分：运行 npm start，在网页的“方案起草”里导入原来的考核文件，逐条确认后下发，' +
      '下载方案文件（zip）并解压，再写解压出的目录，例如 kaohe check 目录。',
    `“${path}” is what kaohe import --json read of a document, and no scheme yet: nobody has answered the questions in it. ` +
      'See it as its printed table: kaohe export FILE --docx table.docx. To score by it: run npm start, import the document itself on the page ' +
      'Scheme drafts, confirm each clause and issue it, download the scheme files (zip), unpack them, and name that folder, e.g. kaohe check FOLDER.',
  );
}
