/** The office behind the pages: its database opened, and the demonstration made where there is no office yet. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SchemeFolder } from '@kaohe/scheme-files';
import { secretBoxOf } from '../accounts/secret-box.js';
import { type OpenDatabase, openDatabase } from '../database/open.js';
import { DatabaseRefused } from '../database/refused.js';
import { inSystem } from '../database/transaction.js';
import { addDemonstrationAccounts } from '../demonstration/accounts.js';
import { DEMONSTRATION_YEAR } from '../demonstration/file.js';
import { DEMONSTRATION_TENANT, seedDemonstration } from '../demonstration/seed.js';
import type { Office } from '../office/office.js';
import { RenderingThread } from '../papers/rendering-thread.js';
import { listOffices } from '../sessions/offices.js';
import { scopesOf } from '../years/scopes.js';
import type { Settings } from './settings.js';

export interface StartedOffice {
  readonly office: Office;
  readonly isDemonstration: boolean;
  /** Asked of whoever sets up the office in the pages; undefined once there is one. */
  readonly setupCode: string | undefined;
  close(): Promise<void>;
}

export async function startOffice(settings: Settings, schemes: readonly SchemeFolder[]): Promise<StartedOffice> {
  const opened = await openDatabase(settings);
  try {
    const secrets = secretBoxOf(settings.dataDir);
    const thread = new RenderingThread();
    const { database } = opened;
    const { render } = thread;
    const office = { database, schemes, now: () => new Date(), newId: randomUUID, secrets, render };
    const isEmpty = (await listOffices(office)).length === 0;
    const setupCode = isEmpty && settings.init ? newSetupCode() : undefined;
    if (isEmpty && !settings.init) await makeDemonstration(office, { opened, settings });
    const isDemonstration = await completeDemonstration(office);
    const close = async () => {
      await thread.close();
      await opened.close();
    };
    return { office, isDemonstration, setupCode, close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Open accounts belong on this machine and into a database of our own, never where somebody else's data may come. */
async function makeDemonstration(
  office: Office,
  { opened, settings }: { opened: OpenDatabase; settings: Settings },
): Promise<void> {
  if (!opened.embedded || settings.tls) throw noOfficeYet();
  await seedDemonstration(office);
}

/** Gives the demonstration its accounts, also where the making of it was interrupted before them; false where there is none. */
async function completeDemonstration(office: Office): Promise<boolean> {
  const [only, ...others] = await listOffices(office);
  if (!only || only.own_date === null || others.length > 0) return false;
  await inSystem(office.database, DEMONSTRATION_TENANT, async (trx) => {
    const first = await trx
      .selectFrom('kaohe.accounts')
      .select('account_id')
      .where('tenant_id', '=', DEMONSTRATION_TENANT)
      .limit(1)
      .executeTakeFirst();
    if (first) return;
    const scopes = await scopesOf(trx, DEMONSTRATION_TENANT, DEMONSTRATION_YEAR);
    await addDemonstrationAccounts(office, trx, { tenant: DEMONSTRATION_TENANT, year: DEMONSTRATION_YEAR, scopes });
  });
  return true;
}

/** Read from the terminal and typed into the page. */
function newSetupCode(): string {
  return randomBytes(6)
    .toString('hex')
    .toUpperCase()
    .replace(/(....)(?=.)/g, '$1-');
}

function noOfficeYet(): DatabaseRefused {
  return new DatabaseRefused(
    '这里还没有安委办。请用 kaohe serve --init 启动一次，按终端里的设置码在网页上建立。演示只在本机、用内置数据库时自动建立。',
    'There is no office here yet. Start once with kaohe serve --init and set it up in the pages with the code from the terminal. The demonstration is made only on this machine with the built-in database.',
  );
}
