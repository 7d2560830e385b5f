/** An imported document for people: each clause with its rule in words, and what must be asked. */
import { type ImportedClause, type ImportedScheme, type ImportProblem, printRule } from '@kaohe/clauses';
import type { Language } from '@kaohe/scoring';

const STATUS: Readonly<Record<Language, Readonly<Record<ImportedClause['status'], string>>>> = {
  zh: { read: '读出', confirm: '确认', unreadable: '读不出' },
  en: { read: 'read', confirm: 'confirm', unreadable: 'unreadable' },
};

export function importText(scheme: ImportedScheme, lang: Language): string {
  const zh = lang === 'zh';
  const clauses = [...scheme.items.flatMap((item) => item.clauses), ...scheme.bonus];
  const lines = [
    `${scheme.title}  ${scheme.fullMarks ?? '?'}`,
    ...scheme.items.flatMap(({ name, fullMarks, clauses: own }) => [
      '',
      `${name}  ${fullMarks ?? ''}`,
      ...own.flatMap((clause) => clauseLines(clause, lang)),
    ]),
    ...section(
      zh ? '加分' : 'Bonus',
      scheme.bonus.flatMap((clause) => clauseLines(clause, lang)),
    ),
    ...section(
      zh ? '否决' : 'Vetoes',
      scheme.vetoes.map(({ quote, effect, status }) => `  [${STATUS[lang][status]}] ${quote} → ${effect}`),
    ),
    ...section(
      zh ? '等次' : 'Grades',
      scheme.gradeBands.map(({ quote, status }) => `  [${STATUS[lang][status]}] ${quote}`),
    ),
    ...section(
      zh ? '组成' : 'Composition',
      scheme.composition.map(({ name, weight }) => `  ${name} ${weight}%`),
    ),
    ...section(
      zh ? '时间' : 'Calendar',
      scheme.calendar.map(({ quote }) => `  ${quote}`),
    ),
    ...section(
      zh ? '通用规定' : 'Notes that hold for all',
      scheme.notes.map(({ quote }) => `  ${quote}`),
    ),
    ...section(
      zh ? '文件的问题' : 'Problems of the document',
      scheme.problems.map((one) => problemLine(one, lang)),
    ),
    '',
    countLine(clauses, lang),
  ];
  return lines.join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function clauseLines({ row, quote, status, rules, problems }: ImportedClause, lang: Language): readonly string[] {
  return [
    `  ${row === '' ? '' : `${row} `}[${STATUS[lang][status]}] ${quote}`,
    ...rules.map((rule) => `      = ${printRule(rule, lang)}`),
    ...problems.map((one) => problemLine(one, lang)),
  ];
}

function problemLine(problem: ImportProblem, lang: Language): string {
  const quote = problem.quote === undefined ? '' : `“${problem.quote}” `;
  return `      ? ${quote}${problem[lang]}`;
}

function countLine(clauses: readonly ImportedClause[], lang: Language): string {
  const count = (status: ImportedClause['status']): number =>
    clauses.filter((clause) => clause.status === status).length;
  const [read, confirm, not] = [count('read'), count('confirm'), count('unreadable')];
  return lang === 'zh'
    ? `条款 ${clauses.length}：读出 ${read}，确认 ${confirm}，读不出 ${not}`
    : `${clauses.length} clauses: ${read} read, ${confirm} to confirm, ${not} unreadable`;
}
