/**
 * One server for the whole run, started when the first test file asks: runs without a database pay for a listening socket.
 * DATABASE_URL names another server to use; the tests make databases of their own there and drop them.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { Ground } from './database-ground.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address that answers with the server and the template, as JSON. */
    databaseGround: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let ground: Promise<Ground> | undefined;
  const prepare = async () => (await import('./database-ground.js')).prepareGround(process.env.DATABASE_URL);
  const door = createServer((_request, response) => {
    ground ??= prepare();
    ground.then(
      ({ serverUrl, template }) => response.end(JSON.stringify({ serverUrl, template })),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('databaseGround', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await ground?.then(
      ({ clear }) => clear(),
      () => undefined, // the tests that asked have said so
    );
  };
}
