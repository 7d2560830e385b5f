import { afterEach, describe, expect, it } from 'vitest';
import { programsFor } from './programs.js';

const here = { arch: process.arch, platform: process.platform };
const pretend = (machine: Partial<typeof here>) => {
  for (const [name, value] of Object.entries(machine)) Object.defineProperty(process, name, { value });
};

afterEach(() => pretend(here));

describe('the embedded server', () => {
  it.each([
    { platform: 'linux', arch: 'loong64' },
    { platform: 'win32', arch: 'arm64' },
  ] as const)('names DATABASE_URL where there is none for $platform $arch', (machine) => {
    pretend(machine);
    const named = `${machine.platform === 'win32' ? 'windows' : machine.platform}-${machine.arch}`;
    expect(() => programsFor('nowhere')).toThrow(
      expect.objectContaining({
        name: 'DatabaseRefused',
        zh: expect.stringMatching(new RegExp(`没有适用于 ${named} 的内置数据库.*DATABASE_URL`, 'u')),
        en: expect.stringMatching(new RegExp(`no built-in database for ${named} .*DATABASE_URL`, 'u')),
      }),
    );
  });
});
