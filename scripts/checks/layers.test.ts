import { describe, expect, it } from 'vitest';
import { checkLayers } from './layers.mjs';

const manifest = { path: 'packages/scheme-files/package.json', text: '{ "dependencies": { "yaml": "2.9.1" } }' };
const messages = (path: string, text: string) =>
  checkLayers([manifest, { path, text }]).map(({ message }: { message: string }) => message);

describe('依赖方向', () => {
  it.each([
    ['packages/scoring/src/a.ts', `import { a } from './b.js';\nimport type { C } from '../c.js';`],
    ['packages/scheme-files/src/a.ts', `import { compile } from '@kaohe/scoring';\nimport { parse } from 'yaml';`],
    ['packages/scoring/src/a.test.ts', `import { readFileSync } from 'node:fs';\nimport fc from 'fast-check';`],
    ['packages/scoring/src/a.ts', `// the Date of the talk comes in as an argument\nconst label = 'Date';`],
    ['apps/cli/src/a.ts', `import { serve } from '@kaohe/server';\nimport { compile } from '@kaohe/scoring';`],
    ['packages/scoring/src/a.ts', 'const later = new Date(at.getTime() + 1);'],
    ['apps/web/src/a.tsx', `import { compile } from '@kaohe/scoring';\nconst now = new Date();`],
    [
      'apps/server/src/units/service.ts',
      `import { find } from './repo.js';\nimport { list } from '../teams/service.js';`,
    ],
    ['apps/server/src/units/routes.ts', `import { list } from './service.js';`],
    ['apps/server/src/units/counting.ts', `import { find } from './repo.js';`],
    ['apps/server/src/http/app.ts', `import { unitRoutes } from '../units/routes.js';`],
    ['scripts/a.mjs', `import { main } from '../apps/server/src/main.js';`],
  ])('允许：%s %s', (path, text) => expect(messages(path, text)).toEqual([]));

  it.each([
    ['packages/scoring/src/a.ts', `import { parse } from 'yaml';`, 'scoring does not declare yaml'],
    [
      'packages/scoring/src/a.ts',
      `export * from '@kaohe/scheme-files';`,
      'scoring must not import @kaohe/scheme-files',
    ],
    ['packages/scoring/src/a.ts', `import {\n  readFileSync,\n} from 'node:fs';`, 'packages are pure: node:fs'],
    ['packages/scoring/src/a.ts', `import 'fs';`, 'packages are pure: fs'],
    ['packages/scoring/src/a.ts', `import { x } from '../../scheme-files/src/x.js';`, 'leaves packages/scoring'],
    ['packages/scoring/src/a.ts', 'const on = new Date();', 'packages are pure: Date() enters as an argument'],
    ['packages/scoring/src/a.ts', 'const hour = at.getHours();', 'packages are pure: .getHours enters as an argument'],
    ['packages/scoring/src/a.ts', 'const draw = Math.random();', 'packages are pure: Math.random'],
    ['packages/scoring/src/a.ts', 'await fetch(address);', 'packages are pure: fetch('],
    ['packages/scoring/src/a.ts', 'console.log(1);', 'packages are pure: console.'],
    ['packages/scoring/test/a.test.ts', `import { x } from '@kaohe/server';`, 'packages never import apps'],
    ['packages/scoring/src/a.test.ts', `import { x } from '../../../apps/web/src/x.js';`, 'packages never import apps'],
    ['apps/web/src/a.tsx', `import { x } from '@kaohe/server';`, 'apps never import each other: web → server'],
    ['apps/server/src/a.ts', `const cli = await import('@kaohe/cli');`, 'apps never import each other: server → cli'],
    ['apps/cli/src/a.ts', `import { x } from '../../server/src/x.js';`, 'leaves apps/cli'],
    ['apps/server/src/units/routes.ts', `import { find } from './repo.js';`, 'routes must not import repo'],
    ['apps/server/src/units/routes.ts', `import { db } from '../database/db.js';`, 'routes must not import database'],
    ['apps/server/src/units/routes.ts', `import type { Unit } from './repo.js';`, 'routes must not import repo'],
    ['apps/server/src/units/own-routes.ts', `import { find } from './own-repo.js';`, 'routes must not import repo'],
    ['apps/server/src/units/service.ts', `import { find } from '../teams/repo.js';`, 'the repo of teams is private'],
    ['apps/server/src/units/counting.ts', `import { find } from '../teams/repo.js';`, 'the repo of teams is private'],
    [
      'apps/server/src/units/counting.ts',
      `import { unitRoutes } from './routes.js';`,
      'service must not import routes',
    ],
    ['apps/server/src/units/repo.ts', `import { count } from './counting.js';`, 'repo must not import service'],
    ['apps/server/src/http/app.ts', `import { find } from '../teams/repo.js';`, 'the repo of teams is private'],
  ])('拒绝：%s %s', (path, text, message) => expect(messages(path, text)).toEqual([expect.stringContaining(message)]));

  it('报出行号', () => {
    const text = `import { a } from './a.js';\n\nconst draw = Math.random();`;
    expect(checkLayers([{ path: 'packages/scoring/src/a.ts', text }])[0]?.line).toBe(3);
  });
});
