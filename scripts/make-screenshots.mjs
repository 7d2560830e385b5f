// Pictures of the pages of the office for the guide: the demonstration at 1366×768, each page as the role that works on it, in a
// fixed order, into docs/images/office-*.png. `npm run build` first. Words after the script's name choose pictures by name.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const SIZE = { width: 1366, height: 768 };
const PASSWORD = 'Kaohe-2019-demo';
const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
const UNIT = encodeURIComponent('新郑市');
const REPORTED = encodeURIComponent('高新区');

/** Who stands before which page; the auditor comes last, when there is something in the log. */
const PICTURES = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home', login: 'office', path: '/office', languages: ['zh', 'en'] },
  { name: 'team-home', login: 'team-leader', path: '/office' },
  { name: 'sheet', login: 'team-leader', path: `/office/sheets/${UNIT}`, languages: ['zh', 'en'] },
  { name: 'visits', login: 'team-leader', path: `/office/visits/${UNIT}` },
  { name: 'report', login: 'office', path: `/office/reports/${REPORTED}`, languages: ['zh', 'en'] },
  { name: 'rating-form', login: 'rating-leader', path: '/office/ratings/leader/leader-01' },
  { name: 'ratings', login: 'counting-clerk', path: '/office/ratings' },
  { name: 'registers', login: 'office', path: '/office/registers/accidents' },
  { name: 'closing', login: 'office', path: '/office/closing' },
  { name: 'papers', login: 'office', path: '/office/papers' },
  { name: 'own-year', login: 'office', path: '/results' },
  { name: 'unit', login: 'assessed-unit', path: '/office/unit' },
  { name: 'accounts', login: 'system-administrator', path: '/office/accounts' },
  { name: 'grants', login: 'security-administrator', path: '/office/grants' },
  { name: 'audit', login: 'auditor', path: '/office/audit' },
];

const load = async (file) =>
  (await runnerImport(fileURLToPath(new URL(file, import.meta.url)), { configFile: false })).module;
const { startServer } = await load('../e2e/server.ts');
const { withCurrent } = await load('../e2e/browsers.ts');

async function signIn(page, address, login) {
  await page.context().clearCookies();
  if (login === undefined) return;
  const answer = await page.context().request.post(`${address}/api/session`, { data: { login, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`${login}: ${answer.status()}`);
}

async function take(page, address, { name, login, path, languages = ['zh'] }) {
  for (const language of languages) {
    const isEnglish = language === 'en';
    await signIn(page, address, login);
    await page.goto(`${address}${path}${isEnglish ? '?lang=en' : ''}`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
    const file = `${IMAGES}office-${name}${isEnglish ? '-en' : ''}.png`;
    await page.screenshot({ path: file });
    process.stdout.write(`${file}\n`);
  }
}

const wanted = process.argv.slice(2);
const server = await startServer();
try {
  await withCurrent(async (_surface, page) => {
    await page.setViewportSize(SIZE);
    for (const picture of PICTURES)
      if (wanted.length === 0 || wanted.includes(picture.name)) await take(page, server.address, picture);
  });
} finally {
  await server.stop();
}
