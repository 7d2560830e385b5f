/**
 * Draws are numbered and kept: none is changed or withdrawn, and one over a list that was drawn from before needs a reason. A
 * place said to be drawn is one that a draw of the unit drew.
 */
import type { RegisterBody } from '@kaohe/api-contract';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { placesDrawn } from './draw.js';
import { listEntries } from './repo.js';

interface UnitAt {
  readonly year: string;
  readonly unit: string;
}

type Draw = RegisterBody<'draws'>;

/** The draw with its number and the places its seed draws; refused where it asks for more places than there are. */
export async function drawnBody(work: Work, at: UnitAt, sent: Draw): Promise<Draw> {
  const places = [...new Set(sent.places)];
  if (sent.count > places.length)
    throw invalid(
      `名单上只有 ${places.length} 个地点，抽不出 ${sent.count} 个。`,
      `The list has ${places.length} places; ${sent.count} cannot be drawn.`,
      { field: 'count' },
    );
  const before = await drawsOf(work, at);
  const same = before.filter(({ body }) => body.places.some((place) => places.includes(place)));
  if (same.length > 0 && sent.reason === undefined) {
    const numbers = same.map(({ body }) => body.number);
    throw invalid(
      `这份名单已经抽过（第 ${numbers.join('、')} 次）。再抽要写明理由；每一次抽取都留着，安委办和单位都看得到。`,
      `Places of this list were drawn from already (draw ${numbers.join(', ')}). To draw again, give a reason; every draw is kept and shown to the office and the unit.`,
      { field: 'reason' },
    );
  }
  return { ...sent, places, number: before.length + 1, drawn: placesDrawn({ ...sent, places }) };
}

/** Refuses a place that the draw it names did not draw, and a draw that the unit does not have. */
export async function checkDrawn(work: Work, at: UnitAt, { places }: RegisterBody<'visits'>): Promise<void> {
  const named = places.filter(({ draw }) => draw !== undefined);
  if (named.length === 0) return;
  const draws = await drawsOf(work, at);
  for (const { draw, name } of named) {
    const found = draws.find(({ entry }) => entry === draw);
    if (!found)
      throw invalid(`“${name}”所引的抽取，“${at.unit}”没有。`, `“${at.unit}” has no such draw as “${name}” names.`, {
        field: 'draw',
      });
    if (!found.body.drawn.includes(name))
      throw invalid(
        `“${name}”不是第 ${found.body.number} 次抽取抽中的地点。抽中的是：${found.body.drawn.join('、')}。`,
        `“${name}” was not drawn in draw ${found.body.number}. Drawn were: ${found.body.drawn.join(', ')}.`,
        { field: 'places' },
      );
  }
}

async function drawsOf({ trx, acting }: Work, { year, unit }: UnitAt) {
  const rows = await listEntries(trx, acting.tenant, { year, registers: ['draws'] });
  return rows
    .filter(({ unit_id }) => unit_id === unit)
    .map(({ entry_id, body }) => ({ entry: entry_id, body: body as Draw }));
}
