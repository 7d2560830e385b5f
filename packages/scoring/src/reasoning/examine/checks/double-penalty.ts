/** One fact that two clauses of a sheet deduct for: one meeting required by both, one accident that feeds both. */
import { formatExact } from '../../../exact/decimal.js';
import { compare, subtract, ZERO } from '../../../exact/rational.js';
import type { RawTree } from '../../../observations/raw-tree.js';
import type { PerEventLadderRule } from '../../../rules/per-event-ladder.js';
import type { Requirement } from '../../../rules/requirement.js';
import { type Text, text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { clauseWords } from '../places.js';
import { accidentsOf, inTheYear, spread } from '../probes.js';
import { alternativesOf, type Pair, type Placed, pairsOf, readingsOf, type Scene } from '../scene.js';
import { plain } from '../sentences.js';
import { type Stated, subjectFor } from '../stated.js';
import { counterexample, scoredClause, type Tried } from '../trial.js';

export function checkDoublePenalties(scene: Scene): Report[] {
  return pairsOf(scene.places).flatMap(([first, second]) => {
    const meetings = sameMeetings(first, second);
    if (meetings.length > 0) return [reportMeetings(scene, [first, second], meetings)];
    const accident = sameAccident(first, second);
    return accident ? [reportPair(scene, [first, second], { ...ACCIDENT, stated: accident })] : [];
  });
}

/** Requirements that name one meeting: the one's name stands in the other's sentence. */
function sameMeetings(first: Placed, second: Placed): (readonly [Requirement, Requirement])[] {
  const names = (one: Requirement, other: Requirement) => plain(`${other.what}${other.quote ?? ''}`).includes(one.what);
  return requirementsOf(first).flatMap((one) =>
    requirementsOf(second)
      .filter((other) => names(one, other) || names(other, one))
      .map((other) => [one, other] as const),
  );
}

function requirementsOf({ clause }: Placed): readonly Requirement[] {
  return clause.rules.flatMap((rule) => (rule.kind === 'per-unit' ? (rule.requirements ?? []) : []));
}

function reportMeetings(scene: Scene, pair: Pair, meetings: (readonly [Requirement, Requirement])[]): Report {
  const [first] = meetings;
  return {
    ...common(scene, pair),
    ...words(meetings),
    ...(first && exampleOf(scene, pair, meetingsHeld(pair, first))),
  };
}

function words(meetings: (readonly [Requirement, Requirement])[]): Pick<Report, 'title' | 'why'> {
  const names = meetings.map((same) => same.map((one) => one.what).join('／')).join('、');
  return {
    title: text('同一次会议缺开，两行都扣', 'One meeting not held costs points in two rows'),
    why: text(
      `两行都要求${names}，次数不同，缺的是同一次会议，却各扣各的。`,
      `Both rows require ${names}, at different frequencies; the same missing meeting is deducted in each.`,
    ),
  };
}

/** As many as leave both short: one fewer than the one asks of the year, none in the other's last period. */
function meetingsHeld([first, second]: Pair, [one, other]: readonly [Requirement, Requirement]): Stated {
  const held = Math.min(inTheYear(one), inTheYear(other) + 1) - 1;
  const actual = (requirement: Requirement): { actual: Record<string, RawTree> } => ({
    actual: { [requirement.what]: spread(requirement, held) },
  });
  return { observations: { [first.clause.id]: actual(one), [second.clause.id]: actual(other) } };
}

function ladderOf({ clause }: Placed): PerEventLadderRule | undefined {
  return clause.rules.find((rule) => rule.kind === 'per-event-ladder');
}

/** The slightest responsible accident that both ladders hold. */
function sameAccident(first: Placed, second: Placed): Stated | undefined {
  const ladders = [ladderOf(first), ladderOf(second)];
  if (ladders.some((ladder) => ladder === undefined)) return undefined;
  const [one, other] = ladders as [PerEventLadderRule, PerEventLadderRule];
  const levels = (ladder: PerEventLadderRule) => ladder.rungs.flatMap((rung) => rung.levels);
  const shared = [...accidentsOf(one), ...accidentsOf(other)].find(
    ({ severity }) => levels(one).includes(severity) && levels(other).includes(severity),
  );
  return shared && { accidents: [shared] };
}

const ACCIDENT = {
  title: text('一起责任事故，两项都扣', 'One responsible accident costs points in two items'),
  why: text(
    '两行都按事故扣分，没有写互相排除，同一起事故扣两次。',
    'Both rows deduct for accidents and neither excludes the other, so one accident is deducted twice.',
  ),
};

interface Doubled extends Pick<Report, 'title' | 'why'> {
  /** What both clauses deduct for. */
  readonly stated: Stated;
}

/** Two clauses, and the engine's word that both take points for one fact. */
export function reportPair(scene: Scene, pair: Pair, { stated, ...words }: Doubled): Report {
  return { ...common(scene, pair), ...words, ...exampleOf(scene, pair, stated) };
}

function common(scene: Scene, pair: Pair): Pick<Report, 'code' | 'severity' | 'at' | 'quote' | 'readings' | 'about'> {
  const [first, second] = pair.map(readingsOf) as [string[], string[]];
  const shared = first.filter((name) => second.includes(name));
  return {
    code: 'double-penalty',
    severity: 'risk',
    at: [pair[0].sheet.id, pair[0].clause.id, pair[1].clause.id],
    quote: `${pair[0].clause.quote} … ${pair[1].clause.quote}`,
    readings: shared,
    about: shared.filter((name) => alternativesOf(scene, name).length === 0),
  };
}

function exampleOf(scene: Scene, pair: Pair, stated: Stated): { counterexample?: Counterexample } {
  const found = counterexample(scene, {
    subject: subjectFor(scene, pair[0].sheet, pair),
    stated,
    claim: (adopted) => bothTook(adopted, pair),
  });
  return found ? { counterexample: found } : {};
}

function bothTook(adopted: Tried, pair: Pair): Text | undefined {
  const taken = pair.map(({ clause }) => subtract(ZERO, scoredClause(adopted, clause.id)?.applied.most ?? ZERO));
  if (taken.some((one) => compare(one, ZERO) <= 0)) return undefined;
  const [one, other] = taken.map(formatExact);
  const rows = pair.map(({ row, clause }) => clauseWords(row, clause)) as [Text, Text];
  const total = formatExact(adopted.total);
  return text(
    `同一件事：${rows[0].zh}扣${one}分，${rows[1].zh}又扣${other}分，总分${total}。`,
    `One fact: ${one} by ${rows[0].en} and ${other} more by ${rows[1].en}; total ${total}.`,
  );
}
