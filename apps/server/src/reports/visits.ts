/** Days, methods and places of a report, and how places were drawn, from the registers. */
import type { RegisterBody, RegisterEntry, ReportVisits } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { entriesOf } from '../registers/service.js';
import { halfDaysOf } from '../registers/visit-warnings.js';
import { warningsOfUnit } from '../registers/visiting.js';
import { getUnit } from '../years/service.js';
import type { ReportAt } from './repo.js';

/** Read as the system: a unit sees with its report who went where, and never the register itself. */
export async function visitsOf(work: Work, { year, unit }: ReportAt): Promise<ReportVisits> {
  const { acting, trx } = work;
  const read = async (register: 'visits' | 'draws') =>
    (await asSystem(trx, acting, () => entriesOf(work, year, register))).filter((entry) => entry.unit === unit);
  const visits = (await read('visits'))
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ body }) => body as RegisterBody<'visits'>);
  const places = visits.flatMap((visit) =>
    visit.places.map(({ kind, name, draw }) => ({ kind, name, isDrawn: draw !== undefined })),
  );
  return {
    days: [...new Set(visits.map(({ on }) => on))].sort(),
    halfDays: halfDaysOf(visits),
    warnings: visits.length > 0 ? await warningsOfUnit(work, year, await getUnit(work, { year, unit })) : [],
    methods: [...new Set(visits.flatMap(({ methods }) => methods))],
    places: places.filter(({ name }, index) => places.findIndex((one) => one.name === name) === index),
    draws: (await read('draws')).map(drawOf).sort((one, other) => one.number - other.number),
  };
}

function drawOf({ body, changedAt, changedBy }: RegisterEntry): ReportVisits['draws'][number] {
  const { number = 1, on, seed, places, count, drawn, reason = null } = body as RegisterBody<'draws'>;
  return { number, on, seed, list: places, count, drawn, reason, at: changedAt, by: changedBy };
}
