/** The workbook of people → rows, or everything that is wrong with it. All or nothing. */
import { likely, type Text, text } from '@kaohe/scoring';
import { plainText } from '../facts/normal-value.js';
import { readWorkbook } from '../ooxml/read-workbook.js';
import type { OfficeProblem } from '../problems/office-problem.js';
import { PEOPLE_HEADERS, PEOPLE_SHEET, type PersonRow, type RoleWord } from './people.js';
import { readTable, type TableRow } from './read-table.js';

export interface PeopleWords {
  /** Left out: who there is, whatever they may do. */
  readonly roles?: readonly RoleWord[];
  /** Accounts that are there already: they keep the name they have. */
  readonly existing?: readonly { readonly login: string; readonly displayName: string }[];
  /** Whether everybody must have an account already. */
  readonly mustExist?: boolean;
  /** Logins that are taken already. */
  readonly taken: readonly string[];
  /** Whether the workbook may be there for its units alone. */
  readonly mayBeEmpty?: boolean;
}

export interface PeopleRead {
  readonly people: readonly PersonRow[];
  readonly problems: readonly OfficeProblem[];
}

const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u;
const LONGEST_NAME = 60;

export async function readPeople(bytes: Uint8Array, words: PeopleWords): Promise<PeopleRead> {
  const opened = await readWorkbook(bytes);
  if ('refused' in opened) return { people: [], problems: [{ text: opened.refused }] };
  const sheet = opened.sheets.find(({ name }) => name.trim() === PEOPLE_SHEET);
  if (!sheet) return { people: [], problems: [{ text: NO_SHEET }] };
  const problems: OfficeProblem[] = [];
  const people: PersonRow[] = [];
  for (const { cells, wrong } of readTable(sheet, PEOPLE_HEADERS, problems)) {
    const [login = '', displayName = '', role = '', scope = ''] = cells;
    const read = readRow({ login, displayName, role, scope }, { words, before: people, wrong });
    if (read) people.push(read);
  }
  if (people.length === 0 && problems.length === 0 && !words.mayBeEmpty) problems.push({ text: NOBODY });
  return { people: problems.length > 0 ? [] : people, problems };
}

interface RowContext {
  readonly words: PeopleWords;
  readonly before: readonly PersonRow[];
  readonly wrong: TableRow['wrong'];
}

type Complaint = [applies: boolean, index: number, message: Text];

/** Whether any of them applies. */
function said(complaints: readonly Complaint[], wrong: RowContext['wrong']): boolean {
  const applying = complaints.filter(([applies]) => applies);
  for (const [, index, message] of applying) wrong(index, message);
  return applying.length > 0;
}

function readRow(typed: PersonRow, { words, before, wrong }: RowContext): PersonRow | undefined {
  const { login, displayName } = typed;
  const account = words.existing?.find((one) => one.login === login);
  const roles = words.roles ?? [];
  const role = roles.find(({ name }) => plainText(name) === plainText(typed.role));
  const scope = role && scopeOf(role, typed.scope);
  const same = before.find((one) => one.login === login);
  const complaints: Complaint[] = [
    [!LOGIN.test(login), 0, badLogin(login)],
    [words.taken.includes(login), 0, taken(login)],
    [displayName === '' || displayName.length > LONGEST_NAME, 1, NO_NAME],
    [same !== undefined && same.displayName !== displayName, 1, otherName(login, same?.displayName ?? '')],
    [account !== undefined && account.displayName !== displayName, 1, nameOfAccount(login, account?.displayName ?? '')],
    [words.mustExist === true && account === undefined, 0, noAccount(login)],
  ];
  if (!words.roles) return said(complaints, wrong) ? undefined : { login, displayName, role: '', scope: '' };
  complaints.push(
    [!role, 2, noRole(typed.role, roles)],
    [role !== undefined && scope === undefined, 3, noScope(typed.scope, role)],
    [before.some((one) => one.login === login && one.role === role?.role && one.scope === scope), 2, twice(login)],
  );
  said(complaints, wrong);
  if (!role || scope === undefined) return undefined;
  return { login, displayName, role: role.role, scope };
}

/** Undefined where the role cannot be given for it. */
function scopeOf({ scopes, mayLackScope }: RoleWord, written: string): string | undefined {
  if (written === '' && mayLackScope) return '';
  if (!scopes) return written === '' ? '' : undefined;
  const wanted = plainText(written);
  const isWanted = (one: string) => plainText(one) === wanted;
  const exact = scopes.find(({ scope, name }) => isWanted(name) || isWanted(scope));
  return (exact ?? scopes.find(({ aliases = [] }) => aliases.some(isWanted)))?.scope;
}

const NO_SHEET = text(
  `没有名为“${PEOPLE_SHEET}”的工作表。请用下载的模板。`,
  `There is no sheet named “${PEOPLE_SHEET}”. Use the template.`,
);
const NOBODY = text('一个人也没有填。', 'Nobody is entered.');
const NO_NAME = text(
  `请写职务或岗位，1 至 ${LONGEST_NAME} 个字，例如“第一组组长”。`,
  `State the post in 1 to ${LONGEST_NAME} characters, for example “第一组组长”.`,
);
const badLogin = (login: string) =>
  text(
    `登录名“${login}”不对：2 至 32 个字母、数字、汉字、点、横线，以字母、数字或汉字开头。`,
    `“${login}” is no login: 2 to 32 letters, digits, dots and dashes, beginning with a letter or digit.`,
  );
const taken = (login: string) => text(`登录名“${login}”已经用了。`, `The login “${login}” is taken.`);
const twice = (login: string) =>
  text(`“${login}”的这个角色上面已经有了。`, `This role of “${login}” stands above already.`);
const otherName = (login: string, name: string) =>
  text(
    `“${login}”上面的显示名是“${name}”，同一个人要一样。`,
    `Above, “${login}” is shown as “${name}”; keep them the same.`,
  );
const nameOfAccount = (login: string, name: string) =>
  text(
    `账号“${login}”已有，显示名是“${name}”，要写得一样。`,
    `The account “${login}” is there already and shown as “${name}”; keep them the same.`,
  );
const noAccount = (login: string) =>
  text(
    `没有账号“${login}”。请先由系统管理员导入这份表，建好账号。`,
    `There is no account “${login}”. First the system administrator imports this workbook, which makes the accounts.`,
  );
const noRole = (role: string, roles: readonly RoleWord[]) => {
  const names = roles.map(({ name }) => name);
  return text(
    `没有角色“${role}”。可写：${names.join('、')}。三个管理员不写在这里。`,
    `There is no role “${role}”. Possible: ${names.join(', ')}. The three administrators are not entered here.`,
  );
};
const noScope = (scope: string, role: RoleWord | undefined) => {
  const hint = hintOf(scope, role?.scopes ?? []);
  return role?.scopes
    ? text(`“${role.name}”的范围没有“${scope}”。${hint.zh}`, `“${scope}” is no scope of ${role.name}. ${hint.en}`)
    : text(`“${role?.name ?? ''}”没有范围，请留空。`, `${role?.name ?? ''} has no scope; leave it empty.`);
};

/** What may be meant; where nothing is like it, what there is. */
function hintOf(written: string, scopes: NonNullable<RoleWord['scopes']>): Text {
  const meant = likely(plainText(written), scopes);
  if (meant.length > 0) return text(`相近的有：${meant.join('、')}。`, `Near it: ${meant.join(', ')}.`);
  const some = scopes.slice(0, 3).map(({ name }) => name);
  return some.length > 0
    ? text(`应写如：${some.join('、')}。`, `For example: ${some.join(', ')}.`)
    : text('还没有年度，不能有范围。', 'There is no year yet, so there are no scopes.');
}
