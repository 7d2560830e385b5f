// A server of one's own with the demonstration, as it stands on the first day: a copy, for making it takes longer than starting it.
import { inject } from 'vitest';
import { type RunningServer, startServer } from './server.js';

export async function startDemonstration(): Promise<RunningServer> {
  const answer = await fetch(inject('demonstrationFolder'));
  const folder = await answer.text();
  if (!answer.ok) throw new Error(folder);
  return await startServer({ copyOf: folder });
}
