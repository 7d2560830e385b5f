/** `kaohe check S`: what is wrong, open or surprising in a scheme, with examples worked out by the engine. */
import { examineFolder } from '@kaohe/scheme-files';
import type { Counterexample, FindingSeverity, Language, Program, SchemeFinding } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadScheme } from '../input/scheme.js';
import { alignColumns } from '../output/columns.js';
import { type ExitCode, print, printJson, reportProblems } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption } from './options.js';

export async function check(name: string, { json, lang }: CommonOptions): Promise<ExitCode> {
  const folder = await loadScheme(name);
  if (typeof folder === 'number') return folder;
  const examined = examineFolder(folder);
  if ('problems' in examined) return reportProblems(examined.problems, { name: folder.id });
  const { program, findings } = examined;
  return json
    ? printJson({ scheme: folder.id, edition: folder.edition, findings })
    : print(findingsText(findings, { program, lang }));
}

const SEVERITIES: readonly FindingSeverity[] = ['defect', 'risk', 'note'];

const WORDS = {
  zh: {
    severity: { defect: '缺陷', risk: '风险', note: '提示' },
    example: '例',
    adopted: '采用的读法',
    none: '没有发现问题。',
    total: (count: number) => `共${count}条`,
  },
  en: {
    severity: { defect: 'defect', risk: 'risk', note: 'note' },
    example: 'example',
    adopted: 'as adopted',
    none: 'Nothing found.',
    total: (count: number) => `${count} findings`,
  },
} as const;

const MOST_PLACES = 8;
const LONGEST_QUOTE = 120;

interface Shown {
  readonly program: Program;
  readonly lang: Language;
}

function findingsText(findings: readonly SchemeFinding[], shown: Shown): string {
  const { lang } = shown;
  const words = WORDS[lang];
  if (findings.length === 0) return words.none;
  const ordered = SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));
  return [...ordered.map((one) => findingText(one, shown)), countsText(findings, lang)].join('\n\n');
}

function findingText({ code, severity, at, quote, title, why, counterexample }: SchemeFinding, shown: Shown): string {
  const { lang } = shown;
  const places = at.length > MOST_PLACES ? [...at.slice(0, MOST_PLACES), `… (${at.length})`] : at;
  return [
    `${WORDS[lang].severity[severity]}  ${title[lang]}`,
    `    ${code}  ${places.join(' ')}`,
    ...(quote === undefined ? [] : [`    “${cut(quote)}”`]),
    `    ${why[lang]}`,
    ...(counterexample ? exampleLines(counterexample, shown) : []),
  ].join('\n');
}

function cut(quote: string): string {
  const characters = Array.from(quote.replace(/\s+/g, ' '));
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : characters.join('');
}

/** The claim, and under it what each reading makes of the same facts. */
function exampleLines({ claim, unit, outcomes }: Counterexample, { program, lang }: Shown): string[] {
  const words = WORDS[lang];
  const rows = outcomes.map(({ readings, total, grade }) => {
    const taken = Object.entries(readings).map(([name, alternative]) => `${name}=${alternative}`);
    return [taken.length === 0 ? words.adopted : taken.join(' '), total, gradeName(program, grade, lang)];
  });
  const table = alignColumns(rows).split('\n');
  return [`    ${words.example} ${unit}: ${claim[lang]}`, ...table.map((row) => `        ${row}`)];
}

function gradeName({ scheme }: Program, grade: string, lang: Language): string {
  return (lang === 'en' && scheme.gradeBands.find((band) => band.grade === grade)?.gradeEn) || grade;
}

function countsText(findings: readonly SchemeFinding[], lang: Language): string {
  const words = WORDS[lang];
  const counts = SEVERITIES.map(
    (severity) => `${words.severity[severity]} ${findings.filter((one) => one.severity === severity).length}`,
  );
  return `${words.total(findings.length)}: ${counts.join('  ')}`;
}

export function checkCommand(program: Command): Command {
  return program
    .command('check')
    .summary('查一个方案 / check a scheme')
    .description(
      '查出文件里有误、没写清、结果会出人意料的地方：原文、为什么要紧、按每种读法算出的例子。\n' +
        'Finds what is wrong, open or surprising in the document: the words, why they matter, and examples worked out under every reading.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText('after', '\n例 Example:\n  kaohe check zhengzhou-2019\n  kaohe check shandong-2016 --json');
}
