/** `kaohe ask S …`: how far a score can go and with which facts, which readings decide, how wide the margins are. */
import { askedFacts, flipReadings, readTree } from '@kaohe/scheme-files';
import {
  type AssessedUnit,
  type Assessment,
  type End,
  extremeFacts,
  formatExact,
  type Goal,
  isRawObject,
  type Program,
  reachableGrades,
  readingsAsked,
  type SheetProgram,
  text,
} from '@kaohe/scoring';
import { type Command, Option } from 'commander';
import { loadAssessment } from '../input/assessment.js';
import { loadFacts } from '../input/facts.js';
import { refuseFacts } from '../input/refused-table.js';
import { loadProgram, loadScheme, readReadings } from '../input/scheme.js';
import { decidingJson, marginsJson } from '../output/ask-json.js';
import { decidingText, extremeText, flipsText, marginsText, reachableText } from '../output/ask-text.js';
import { type ExitCode, print, printJson, refuseCall, refuseProblems } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption, type ReadingOptions, readingsOption } from './options.js';

type AskOptions = CommonOptions &
  ReadingOptions & {
    readonly given?: readonly string[];
    readonly most?: string;
    readonly least?: string;
    readonly grades?: true;
    readonly flip?: 'readings';
    readonly margins?: true;
    readonly deciding?: true;
    readonly sheet?: string;
    readonly class?: string;
    readonly unit?: string;
  };

interface AskCall {
  readonly scheme: string;
  readonly facts?: string | undefined;
}

/** The questions a call asks; there must be one. */
const QUESTIONS = ['most', 'least', 'grades', 'flip', 'margins', 'deciding'] as const;
const ABOUT_FACTS: readonly string[] = ['flip', 'margins', 'deciding'];

export async function ask(call: AskCall, options: AskOptions): Promise<ExitCode> {
  const asked = QUESTIONS.filter((question) => options[question] !== undefined);
  const [question] = asked;
  if (!question || asked.length > 1)
    return refuseCall(
      text(
        `要问一件事，且只问一件：${QUESTIONS.map((one) => `--${one}`).join('、')}`,
        `Ask one thing, and one only: ${QUESTIONS.map((one) => `--${one}`).join(', ')}`,
      ),
    );
  if (!ABOUT_FACTS.includes(question)) return askScheme(call, options);
  const { facts } = call;
  if (facts === undefined)
    return refuseCall(text(`--${question} 问的是 FACTS，请写出文件。`, `--${question} is about FACTS: name the file.`));
  if (options.given)
    return refuseCall(
      text(
        `--given 不能与 --${question} 同用：事实在文件里。`,
        `--given goes without --${question}: the file has the facts.`,
      ),
    );
  return question === 'flip' ? askFlips({ ...call, facts }, options) : askFacts({ ...call, facts }, options);
}

/** How far the total, the sheet or an item can go on what is given, or which grades can be reached. */
async function askScheme(call: AskCall, options: AskOptions): Promise<ExitCode> {
  if (call.facts !== undefined)
    return refuseCall(text('事实用 --given 给出，不用文件。', 'Give the facts with --given, not in a file.'));
  const scheme = await loadScheme(call.scheme);
  if (typeof scheme === 'number') return scheme;
  const readings = readReadings(scheme, options.readings ?? []);
  if (typeof readings === 'number') return readings;
  const program = loadProgram(scheme, readings);
  if (typeof program === 'number') return program;
  const asked = askedFacts(program, options, options.given ?? []);
  if ('refused' in asked) return refuseCall(asked.refused);
  const reader = { program, lang: options.lang };
  const head = { scheme: program.scheme.id, edition: scheme.edition, readings: program.readings, given: asked.facts };
  if (options.grades) {
    const grades = reachableGrades(program, asked.facts);
    if ('problems' in grades) return refuseProblems(grades.problems);
    const shown = grades.map(({ total, ...rest }) => ({ ...rest, ...(total && { total: formatExact(total) }) }));
    return options.json ? printJson({ ...head, grades: shown }) : print(reachableText(reader, grades));
  }
  const goal = goalOf(asked.sheet, options);
  if (typeof goal === 'number') return goal;
  const found = extremeFacts(program, asked.facts, goal);
  if ('problems' in found) return refuseProblems(found.problems);
  const { facts, proven, grades } = found;
  const [value, bound, total] = [found.value, found.bound, found.total].map(formatExact);
  if (options.json) return printJson({ ...head, question: goal, value, bound, proven, total, grades, facts });
  return print(extremeText(reader, goal, found));
}

/** `total`, `sheet`, or an item with or without its sheet. */
function goalOf({ sheet, items }: SheetProgram, { most, least }: AskOptions): Goal | ExitCode {
  const end: End = most === undefined ? 'least' : 'most';
  const wanted = most ?? least ?? '';
  const ids = items.map(({ item }) => item.id);
  const of = ['total', 'sheet', ...ids].find((id) => id === wanted || id === `${sheet.id}/${wanted}`);
  if (of !== undefined) return { end, of };
  return refuseCall(
    text(
      `不知道“${wanted}”。可问：total、sheet、${ids.join('、')}`,
      `“${wanted}” is not known. Ask for: total, sheet, ${ids.join(', ')}`,
    ),
  );
}

type FactsCall = AskCall & { readonly facts: string };

/** Each other reading with the units it would move; the file is read once, since it may be a pipe. */
async function askFlips(call: FactsCall, options: AskOptions): Promise<ExitCode> {
  const scheme = await loadScheme(call.scheme);
  if (typeof scheme === 'number') return scheme;
  const readings = readReadings(scheme, options.readings ?? []);
  if (typeof readings === 'number') return readings;
  const facts = await loadFacts(call.facts, scheme);
  if (typeof facts === 'number') return facts;
  const asked = { ...readingsAsked(facts.tree), ...readings };
  const tree = isRawObject(facts.tree) ? { ...facts.tree, readings: asked } : facts.tree;
  const read = readTree(scheme, tree);
  if ('problems' in read) return refuseFacts(facts, read.problems);
  const names = namesAsked(
    read.program,
    read.facts.units.map(({ unit }) => unit),
    options.unit,
  );
  if (typeof names === 'number') return names;
  const flips = flipReadings(scheme, tree).map((flip) => ({
    ...flip,
    units: flip.units.filter(({ unit }) => names.includes(unit)),
  }));
  if (options.json) return printJson({ scheme: scheme.id, edition: scheme.edition, flips });
  return print(flipsText({ program: read.program, lang: options.lang }, flips));
}

/** Margins, or what is still open and decides. */
async function askFacts(call: FactsCall, options: AskOptions): Promise<ExitCode> {
  const loaded = await loadAssessment({ ...call, readings: options.readings ?? [] });
  if (typeof loaded === 'number') return loaded;
  const { assessment, scheme } = loaded;
  const units = unitsAsked(assessment, options.unit);
  if (typeof units === 'number') return units;
  const head = { scheme: scheme.id, edition: scheme.edition, readings: assessment.program.readings };
  const [json, shown] = options.margins ? [marginsJson, marginsText] : [decidingJson, decidingText];
  if (options.json) return printJson({ ...head, units: json(assessment, units) });
  return print(shown(assessment, units, options.lang));
}

function unitsAsked({ program, units }: Assessment, name: string | undefined): readonly AssessedUnit[] | ExitCode {
  const names = namesAsked(
    program,
    units.map(({ scored }) => scored.facts.unit),
    name,
  );
  return typeof names === 'number' ? names : units.filter(({ scored }) => names.includes(scored.facts.unit));
}

/** The units of the file a call is about, by name or alias. */
function namesAsked(
  { scheme }: Program,
  names: readonly string[],
  name: string | undefined,
): readonly string[] | ExitCode {
  if (name === undefined) return names;
  const listed = scheme.population.units.find((unit) => unit.aliases?.includes(name))?.name;
  const found = names.filter((unit) => [name, listed].includes(unit));
  if (found.length > 0) return found;
  return refuseCall(
    text(
      `FACTS 里没有单位“${name}”。有：${names.join('、')}`,
      `The FACTS have no unit “${name}”. They have: ${names.join(', ')}`,
    ),
  );
}

export function askCommand(program: Command): Command {
  return program
    .command('ask')
    .summary('问方案 / ask the scheme')
    .description(
      '问规则本身：得分最高、最低能到多少，哪组事实做得到，能到哪些等次；问一份 FACTS：哪些读法、哪些未核的行、差几分决定等次和名次。\n' +
        'Asks the rules how high or low a score can go, by which facts, and which grades can be reached; ' +
        'asks a FACTS file which readings, open rows and points decide grades and ranks.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .argument('[facts]', '--flip、--margins、--deciding 所问的 FACTS / the FACTS these are about')
    .option(
      '--given <path=value...>',
      '给定的事实：accidents.级别[.responsible]、talks、bonus、ratings.表、indicators.名称、closed、条款 / facts given: accidents.level[.responsible], talks, bonus, ratings.form, indicators.name, closed, a clause',
    )
    .option('--most <score>', 'total、sheet 或大项最高能到多少 / how high total, sheet or an item can go')
    .option('--least <score>', '最低能到多少 / how low it can go')
    .option('--grades', '能到哪些等次 / which grades can be reached')
    .addOption(
      new Option('--flip <what>', '哪些读法改变结果 / which readings change the outcome').choices(['readings']),
    )
    .option('--margins', '离上一等次、上一名差多少，差在哪 / what separates from the next grade and rank')
    .option('--deciding', '哪些未核的还能决定什么 / what is open and still decides')
    .option('--unit <name>', '只问一个单位 / one unit only')
    .option('--sheet <id>', '细则表 / sheet')
    .option('--class <class>', '单位类别 / class of the unit')
    .addOption(readingsOption())
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
例 Example:
  kaohe ask zhengzhou-2019 --given accidents.relatively-serious=1 --most total
  kaohe ask zhengzhou-2019 --class district --given talks=1 county/2.2='{ actual: { 常委会: 1 } }' county/8.1=breached --least total
  kaohe ask zhengzhou-2019 --given bonus=none --grades
  kaohe ask zhengzhou-2019 examples/zhengzhou-2019-demonstration.facts.yaml --flip readings --unit 巩义市
  kaohe ask zhengzhou-2019 examples/zhengzhou-2019-demonstration.facts.yaml --margins`,
    );
}
