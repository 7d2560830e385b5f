/** An act over what was seen, as a page does it: the thing is read, and its ETag goes back with the step taken on it. */
import type { LightMyRequestResponse } from 'fastify';
import type { Client } from './office.js';

/** POST to `<thing>/<step>` over the thing as it is now. */
export async function overSeen(client: Client, url: string, payload?: object): Promise<LightMyRequestResponse> {
  const read = await client('GET', url.slice(0, url.lastIndexOf('/')));
  const seen = read.headers.etag ?? '"0"';
  return await client('POST', url, { ...(payload && { payload }), headers: { 'if-match': seen } });
}
