/** Days, methods and places of a report, from the register of visits. */
import type { RegisterBody, ReportVisits } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { entriesOf } from '../registers/service.js';
import type { ReportAt } from './repo.js';

/** Read as the system: a unit sees with its report who went where, and never the register itself. */
export async function visitsOf(work: Work, { year, unit }: ReportAt): Promise<ReportVisits> {
  const { acting, trx } = work;
  const entries = await asSystem(trx, acting, () => entriesOf(work, year, 'visits'));
  const visits = entries
    .filter((entry) => entry.unit === unit && !entry.withdrawn)
    .map(({ body }) => body as RegisterBody<'visits'>);
  const places = visits.flatMap((visit) => visit.places.map(({ kind, name }) => ({ kind, name })));
  return {
    days: [...new Set(visits.map(({ on }) => on))].sort(),
    methods: [...new Set(visits.flatMap(({ methods }) => methods))],
    places: places.filter(({ name }, index) => places.findIndex((one) => one.name === name) === index),
  };
}
