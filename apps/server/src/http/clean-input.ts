/**
 * What no noun has to think of: text that no database column holds, numbers that are none, and nesting without end are
 * refused at the edge, before any shape is looked at.
 */
import type { FastifyInstance } from 'fastify';
import { invalid, type Refusal } from './refusal.js';

const DEEPEST = 40;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the one character PostgreSQL cannot store
const UNSTORABLE = /\u0000|\p{Surrogate}/u;

export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    const refusal = refusalOf([params, query, Buffer.isBuffer(body) ? undefined : body]);
    if (refusal) throw refusal;
  });
}

/** Level by level: what is nested too deep would end a walk that calls itself. */
function refusalOf(parts: readonly unknown[]): Refusal | undefined {
  let level = parts;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return tooDeep();
    for (const value of level) {
      if (typeof value === 'string' && UNSTORABLE.test(value)) return unstorable();
      if (typeof value === 'number' && !Number.isFinite(value)) return notNumber();
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.entries(value).flat() : []));
  }
  return undefined;
}

const unstorable = () =>
  invalid(
    '内容里有不能保存的字符（空字符，或半个字符）。请删去后再提交。',
    'The content holds a character that cannot be stored (NUL, or half a character). Remove it and send again.',
  );

const notNumber = () => invalid('内容里有一个数太大。', 'The content holds a number that is too large.');

const tooDeep = () => invalid('内容嵌套太深。', 'The content is nested too deep.');
