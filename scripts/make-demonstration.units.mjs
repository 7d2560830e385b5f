// What a unit of the demonstration year did and what was found there, drawn for the whole year; a cut leaves out the rows
// that were still open on its day.
import { ACCIDENTS, DEEDS, FINDINGS } from './make-demonstration.data.mjs';
import { MEMBER_FINDINGS, MEMBER_ROWS } from './make-demonstration.departments.mjs';
import { drawFindings, flow, periods, rowOf } from './make-demonstration.draw.mjs';

const COUNTY_ROWS = [...Array.from({ length: 38 }, (_, index) => `${index + 1}`), '38a']
  .concat(Array.from({ length: 22 }, (_, index) => `${index + 39}`))
  .map((row) => `county/${row}`);

const missing = (counts) => counts.filter((count) => count === 0).length;

/** The two sheets: their rows, what may be found, what is stated for everybody and what that and a talk cost. */
const SHEETS = {
  county: {
    rows: COUNTY_ROWS,
    talk: 1,
    meetings: countyMeetings,
    findings: (unit) => FINDINGS.filter(({ item }) => !unit.without.includes(item)),
    indicators: countyIndicators,
  },
  member: {
    rows: MEMBER_ROWS,
    talk: 2,
    meetings: ({ meetings }) => ({
      cost: missing(meetings),
      entries: [
        {
          clause: 'member/4.1',
          observed: [['actual', `{ 专题会议: ${periods('Q', meetings)} }`]],
          note: '按会议纪要核对',
        },
      ],
    }),
    findings: (unit) =>
      MEMBER_FINDINGS.filter(
        ({ needs, only }) =>
          (needs === undefined || unit.enterprises) && (only === undefined || only.includes(unit.name)),
      ),
    indicators: memberIndicators,
  },
};

/** Meetings are stated for everybody, with what they cost. */
function countyMeetings(unit) {
  const zones = unit.zones.map((quarters) => periods('Q', quarters));
  const yearly = [
    ['常委会', unit.party],
    ...(zones.length > 0 ? [['功能区', `[ ${zones.join(', ')} ]`]] : []),
    ['政府会议', unit.government],
  ];
  const byPeriod = [
    ['政府常务会', periods('Q', unit.council)],
    ['党委常委会', periods('H', [1, 1])],
    ['安委会全会', 4],
  ];
  const cost =
    2 * (Math.max(0, 3 - unit.party) + Math.max(0, 4 - unit.government) + missing(unit.zones.flat())) +
    missing(unit.council);
  return {
    cost,
    entries: [
      { clause: 'county/2.2', observed: [['actual', flow(yearly)]], note: '按会议记录和纪要核对' },
      { clause: 'county/4.1', observed: [['actual', flow(byPeriod)]] },
    ],
  };
}

const ratio = (numerator, denominator, edition) =>
  flow([
    ['numerator', numerator],
    ['denominator', `"${denominator}"`],
    ['edition', edition],
  ]);
const deathsIn = (accidents, industries) =>
  accidents
    .filter(({ industry }) => industries === undefined || industries.includes(industry))
    .reduce((sum, { deaths }) => sum + deaths, 0);
const MINES_AND_TRADE = ['工矿商贸', '建筑施工'];
const DEVICES = ['特种设备'];

/** Deaths of the ledger over made-up denominators, so that ledger and indicators agree. */
function countyIndicators({ name, gdp, employees, devices }) {
  const here = ACCIDENTS.filter(({ place }) => place === name);
  return [
    ['亿元GDP死亡率', ratio(deathsIn(here), gdp, '初步核算')],
    ['工矿商贸十万从业人员死亡率', ratio(deathsIn(here, MINES_AND_TRADE), employees, '统计年报')],
    ['特种设备万台死亡率', ratio(deathsIn(here, DEVICES), devices, '统计年报')],
  ];
}

/** A department has an indicator only where its industry has what the indicator is measured over. */
function memberIndicators({ name, employees, devices }) {
  const own = ACCIDENTS.filter(({ department }) => department === name);
  const over = (denominator, industries, reason) =>
    denominator === undefined
      ? `{ notApplicable: true, reason: ${reason} }`
      : ratio(deathsIn(own, industries), denominator, '统计年报');
  return [
    ['工矿商贸十万从业人员死亡率', over(employees, MINES_AND_TRADE, '不主管工矿商贸行业')],
    ['特种设备万台死亡率', over(devices, DEVICES, '不主管特种设备')],
  ];
}

/** The whole year of a unit: its entries in printed order, each marked where its row was still open on the day of the cut. */
export function drawUnit(randoms, id, unit) {
  const sheet = SHEETS[id];
  const { name, open } = unit;
  const isOpen = ({ clause }) => open.includes(rowOf(clause));
  const held = sheet.meetings(unit);
  const possible = sheet.findings(unit);
  const points = unit.lost - held.cost - sheet.talk * unit.talks.length;
  const seen = possible.filter((finding) => !isOpen(finding));
  const found = drawFindings(randoms[id], seen, { name, points });
  const unseen = drawFindings(randoms.later, possible.filter(isOpen), { name, points: unit.later });
  const numberOf = ({ clause }) => sheet.rows.indexOf(rowOf(clause)) * 100 + Number(clause.split('.')[1]);
  const entries = [...held.entries, ...found, ...unseen, ...unit.stated]
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map((entry) => ({ ...entry, isOpen: isOpen(entry) }));
  return { unit, rows: sheet.rows, entries, indicators: sheet.indicators(unit) };
}

function observationLine({ clause, observed, note, evidence }) {
  const remarks = [...(note ? [['note', note]] : []), ...(evidence ? [['evidence', `[${evidence}]`]] : [])];
  return `      ${clause}: ${flow([...observed, ...remarks])}`;
}

const listLines = (key, list) =>
  list.length > 0 ? [`    ${key}:`, ...list.map((entry) => `      - ${flow(Object.entries(entry))}`)] : [];

/** The unit's part of the file. */
export function unitLines({ unit, rows, entries, indicators }, { isComplete }) {
  const open = isComplete ? [] : unit.open;
  const observed = entries.filter((entry) => isComplete || !entry.isOpen);
  const closed = [...rows.filter((row) => !open.includes(row)), 'bonus'];
  return [
    `  ${unit.name}:`,
    ...(observed.length > 0 ? ['    observations:', ...observed.map(observationLine)] : []),
    open.length === 0 ? '    closed: all' : `    closed: [${closed.join(', ')}]`,
    ...listLines('bonus', DEEDS[unit.name] ?? []),
    ...(unit.talks.length > 0 ? listLines('talks', unit.talks) : ['    talks: []']),
    '    indicators:',
    ...indicators.map(([name, value]) => `      ${name}: ${value}`),
  ];
}
