/** The demonstration is made once for the whole run, when the first file asks for it; each server starts on a copy of its own. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from './server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address that answers with the folder of the demonstration. */
    demonstrationFolder: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let made: Promise<string> | undefined;
  const folders: string[] = [];
  const make = async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-e2e-demonstration-'));
    folders.push(dataDir);
    const server = await startServer({ dataDir });
    await server.stop();
    return dataDir;
  };
  const door = createServer((_request, response) => {
    made ??= make();
    made.then(
      (folder) => response.end(folder),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('demonstrationFolder', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await made?.catch(() => undefined); // the tests that asked have said so
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
}
