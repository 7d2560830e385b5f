/** Seals what was done, every few seconds while the server runs, one office after the other and never two runs at once. */

import type { Office } from '../office/office.js';
import { startRepeating } from '../office/repeating.js';
import { listOffices } from '../sessions/offices.js';
import { sealEntries } from './chain.js';

const EVERY_MS = 3_000;

/** Starts sealing; what it returns ends it, after the run under way. Failures are told and tried again the next time. */
export function startSealing(
  office: Office,
  tellFailure: (error: unknown) => void,
  everyMs = EVERY_MS,
): () => Promise<void> {
  return startRepeating({ everyMs, run: (stopped) => sealAll(office, stopped), tellFailure });
}

/** Seals everything there is, of every office. */
export async function sealAll(office: Office, stopped: () => boolean = () => false): Promise<void> {
  for (const { tenant_id } of await listOffices(office))
    while (!stopped() && (await sealEntries(office, tenant_id)) > 0);
}
