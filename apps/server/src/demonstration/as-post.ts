/** Acts of the demonstration year done through the services, as the post that would have done them, on a day of that year. */
import type { Role } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { DEMONSTRATION_YEAR } from './file.js';

export interface Post {
  readonly role: Role;
  readonly scope?: string;
  readonly displayName: string;
}

/** The system's transaction, with the services told that the post acts; afterwards the transaction is the system's again. */
export async function asPost<Result>(
  work: Work,
  { post, at }: { post: Post; at: string },
  act: (work: Work) => Promise<Result>,
): Promise<Result> {
  const { trx, acting } = work;
  const year = post.scope ? DEMONSTRATION_YEAR : null;
  const now = new Date(`${at}:00+08:00`);
  const system = { tenant: acting.tenant, accountId: '', role: 'system', scope: '' };
  return await asSystem(trx, system, () =>
    act({
      ...work,
      now,
      today: at.slice(0, 10),
      acting: { ...acting, accountId: work.newId(), login: '', scope: '', year, ...post },
    }),
  );
}
