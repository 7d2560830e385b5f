/** `kaohe verify CODE|FILE.pdf --facts FACTS`: whether a paper was made of these facts, without any server. */
import { readFile, stat } from 'node:fs/promises';
import { FILE_KINDS, kindOfFile, readPaperStatement, unreadableFile } from '@kaohe/office-files';
import {
  factsHash,
  factsOfPaper,
  MOST_BYTES,
  type PaperStatement,
  readCode,
  type SchemeFolder,
  verificationCode,
} from '@kaohe/scheme-files';
import { isRawObject, type RawTree, type Text, text } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadFacts } from '../input/facts.js';
import { loadScheme } from '../input/scheme.js';
import { type ExitCode, print, refuseCall } from '../output/terminal.js';
import { type CommonOptions, languageOption } from './options.js';

interface VerifyOptions extends CommonOptions {
  readonly facts?: string;
  readonly scheme?: string;
  readonly on?: string;
}

/** Papers that are made of facts. */
const PAPERS = ['report', 'feedback', 'sheet', 'circular'];

export async function verify(paper: string, options: VerifyOptions): Promise<ExitCode> {
  const code = readCode(paper);
  if (code !== undefined) return await verifyCode(code, options);
  return await verifyFile(paper, options);
}

async function verifyCode(code: string, options: VerifyOptions): Promise<ExitCode> {
  const against = await loadAgainst(options);
  if (typeof against === 'number') return against;
  if (!against) return refuseCall(text('核对一个核验码要给出 --facts。', 'A code is checked against --facts.'));
  const found = candidates(against, options.on).find((one) => verificationCode(one) === code);
  if (found) return tell(0, stands(found), options);
  return tell(1, NOT_OF_THESE, options);
}

async function verifyFile(path: string, options: VerifyOptions): Promise<ExitCode> {
  const bytes = await readPdf(path);
  if (typeof bytes === 'number') return bytes;
  const read = await readPaperStatement(bytes);
  if ('refused' in read) return refuseCall(read.refused);
  const { statement, printed } = read;
  if (!statement) return tell(1, NO_STATEMENT, options);
  const { paper = '', year = '', unit = '', on = '', scheme = '', facts = '' } = statement;
  const stated: PaperStatement = { paper, year, unit, on, scheme, facts };
  const code = verificationCode(stated);
  if (statement.code !== code || printed.some((one) => one !== code))
    return tell(1, changedFile(printed, code), options);
  const against = await loadAgainst(options);
  if (typeof against === 'number') return against;
  if (!against) return tell(0, unchecked(stated, code), options);
  if (against.scheme.edition !== scheme) return tell(1, otherScheme(stated, against.scheme), options);
  const isOfThese = facts === '' || factsHash(factsOfPaper(against.facts, unit)) === facts;
  return isOfThese ? tell(0, stands(stated), options) : tell(1, otherFacts(stated), options);
}

async function readPdf(path: string): Promise<Uint8Array | ExitCode> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return refuseCall(
      text(`“${path}”不是核验码，也没有这个文件。`, `“${path}” is no code, and there is no such file.`),
    );
  if (found.isDirectory()) return refuseCall(noPaper(path, A_FOLDER));
  if (found.size > MOST_BYTES) return refuseCall(noPaper(path, TOO_LARGE));
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return refuseCall(unreadableFile(path, bytes.code));
  const kind = kindOfFile(bytes);
  return kind === 'pdf' ? bytes : refuseCall(noPaper(path, FILE_KINDS[kind]));
}

const A_FOLDER = text('一个目录', 'a folder');
const TOO_LARGE = text('一个比任何文书都大的文件', 'larger than any paper');

const noPaper = (path: string, is: Text): Text =>
  text(
    `“${path}”是${is.zh}，核对不了。能核对的是系统出的 PDF 文书，或文书页脚的核验码：kaohe verify XXXX-XXXX-XXXX --scheme 方案 --facts 事实。`,
    `“${path}” is ${is.en} and cannot be checked. What can be is a PDF paper the system made, or the code at the foot of a paper: kaohe verify XXXX-XXXX-XXXX --scheme SCHEME --facts FACTS.`,
  );

interface Against {
  readonly scheme: SchemeFolder;
  readonly facts: RawTree;
}

async function loadAgainst({ facts, scheme }: VerifyOptions): Promise<Against | ExitCode | undefined> {
  if (facts === undefined) return undefined;
  if (scheme === undefined)
    return refuseCall(
      text('核对事实还要用 --scheme 指出方案。', 'Facts are checked under a scheme: name it with --scheme.'),
    );
  const folder = await loadScheme(scheme);
  if (typeof folder === 'number') return folder;
  const file = await loadFacts(facts, folder);
  return typeof file === 'number' ? file : { scheme: folder, facts: file.tree };
}

/** Everything a paper of these facts may state: each kind, each unit, the day of the facts or the one named. */
function candidates({ scheme, facts }: Against, named: string | undefined): PaperStatement[] {
  const { units = {}, asOf = '' } = isRawObject(facts) ? facts : {};
  const period = isRawObject(scheme.tree.period) ? scheme.tree.period : {};
  const year = String(period.from ?? '').slice(0, 4);
  const names = ['', ...Object.keys(isRawObject(units) ? units : {})];
  return names.flatMap((unit) => {
    const hash = factsHash(factsOfPaper(facts, unit));
    return PAPERS.map((paper) => ({
      paper,
      year,
      unit,
      on: named ?? String(asOf),
      scheme: scheme.edition,
      facts: hash,
    }));
  });
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  report: ['考核报告', 'report'],
  feedback: ['情况反馈', 'feedback'],
  sheet: ['评分表', 'scoring sheet'],
  circular: ['考核通报', 'circular'],
};

function described({ paper, year, unit, on }: PaperStatement): Text {
  const [zh, en] = NAMES[paper] ?? [`表 ${paper}`, `form ${paper}`];
  return text(`${year}年度${unit}${zh}（${on}）`, `${year} ${en}${unit === '' ? '' : ` of ${unit}`} (${on})`);
}

function stands(one: PaperStatement): Text {
  const { zh, en } = described(one);
  return text(
    `相符：${zh}就是用这些事实和这一版方案做的。`,
    `It stands: the ${en} was made of these facts under this edition.`,
  );
}

const NOT_OF_THESE = text(
  '不符：这些事实做不出带这个核验码的文书。可能事实改过，或文书是另一天做的（用 --on 指定日期）。',
  'It does not stand: no paper of these facts has this code. A fact has changed, or the paper was made on another day (--on).',
);

const NO_STATEMENT = text(
  '这份 PDF 没有写明用什么做的，不能核对。',
  'This PDF does not state what it was made of: it cannot be checked.',
);

function changedFile(printed: readonly string[], code: string): Text {
  const shown = [...new Set(printed)].map((one) => one || '—').join('、');
  return text(
    `不符：文件被改过。印着的核验码是 ${shown}，按文件属性应是 ${code}。`,
    `It does not stand: the file was changed. Printed is ${shown}, its properties give ${code}.`,
  );
}

function unchecked(one: PaperStatement, code: string): Text {
  const { zh, en } = described(one);
  return text(
    `${zh}，核验码 ${code}，与文件属性一致。给出 --facts 才能核对事实。`,
    `The ${en}, code ${code}, agrees with its properties. Give --facts to check the facts.`,
  );
}

function otherScheme(one: PaperStatement, { edition }: SchemeFolder): Text {
  const { zh, en } = described(one);
  return text(
    `不符：${zh}用的是方案的另一版 ${one.scheme}，这里是 ${edition}。`,
    `It does not stand: the ${en} is of edition ${one.scheme}; here is ${edition}.`,
  );
}

function otherFacts(one: PaperStatement): Text {
  const { zh, en } = described(one);
  return text(`不符：${zh}用的事实和这些不一样。`, `It does not stand: the ${en} was made of other facts.`);
}

function tell(code: 0 | 1, words: Text, { lang }: VerifyOptions): ExitCode {
  print(words[lang]);
  return code;
}

export function verifyCommand(program: Command): Command {
  return program
    .command('verify')
    .summary('核对文书上的核验码 / check the code on a paper')
    .description(
      '文书是不是用这些事实和这一版方案做的。不用服务器。\n' +
        'Whether a paper was made of these facts under this edition of the scheme. No server is needed.',
    )
    .argument('<paper>', '核验码，或 PDF 文书 / a code, or a PDF paper')
    .option('--facts <file>', '导出的全年事实 / the exported facts of the year')
    .option('--scheme <scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .option(
      '--on <day>',
      '只有核验码时：文书的日期，不写按事实的日期 / with a code alone: the day of the paper; left out, that of the facts',
    )
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\n例 Example:\n  kaohe verify 登封市考核报告.pdf --scheme zhengzhou-2019 --facts facts.yaml',
    );
}
