// Writes docs/permissions.md from the table of acts the server decides by. `--check` says whether the file is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ACTS, ROLE_NAMES, ROLES, STAGE_DESCRIPTIONS } from '@kaohe/api-contract';

export const FILE = 'docs/permissions.md';

const HEAD = `<!-- 由 scripts/make-permissions.mjs 生成，不要手改。 Written by scripts/make-permissions.mjs; do not edit. -->
# 权限 / Permissions

一行一件事，一列一个角色，“●”是可以做。权限随当前角色，不随人；三员互斥，也不兼业务角色。
One row an act, one column a role; ● means it may. Permission follows the role acting, never the person; the three
administrators exclude each other and every business role.

“环节”是什么时候可以做；“状态”是所办的东西要处在的状态，“照所见”是要写明照哪一版办（If-Match），看过之后有改动就不办。角色管的范围（一个年度的组、单位、评分人、处室、督导组）由数据库划线：看不到的就是没有。
“Stage” is when, “state” is in which state the thing acted on must be; “as seen” is done over the version that was seen (If-Match),
and refused where it has changed since. The lines of a role's team, unit, rater, division or group, each of one year, are drawn by the
database: what is not yours is not there.
`;

/** Stages and states in the words of the row's second line. */
function conditions({ stage, before, states = [], overSeen, also }) {
  const when = stage
    ? [`${STAGE_DESCRIPTIONS[stage].name}打开时`, `while ${STAGE_DESCRIPTIONS[stage].nameEn} is open`]
    : before
      ? [`${STAGE_DESCRIPTIONS[before].name}结束前`, `before ${STAGE_DESCRIPTIONS[before].nameEn} is closed`]
      : undefined;
  const codes = states.map((state) => `\`${state}\``).join(' ');
  return [
    when ? when.join('<br>') : '',
    [codes, ...(overSeen ? ['照所见', 'as seen'] : []), ...(also ? [also.zh, also.en] : [])]
      .filter(Boolean)
      .join('<br>'),
  ];
}

export function makeText() {
  const columns = ROLES.map((role) => `${ROLE_NAMES[role].name}<br>${ROLE_NAMES[role].nameEn}`);
  const head = ['事 / Act', ...columns, '环节 / Stage', '状态 / State'];
  const rows = Object.entries(ACTS).map(([id, act]) => [
    `${act.name}<br>${act.nameEn}<br>\`${id}\``,
    ...ROLES.map((role) => (act.roles.includes(role) ? '●' : '')),
    ...conditions(act),
  ]);
  const marks = head.map((_, index) => (index > 0 && index <= ROLES.length ? ':-:' : '---'));
  return `${HEAD}\n${[head, marks, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function main() {
  const path = fileURLToPath(new URL(`../${FILE}`, import.meta.url));
  if (!process.argv.includes('--check')) return writeFileSync(path, makeText());
  if (readFileSync(path, 'utf8') === makeText()) return undefined;
  process.stderr.write(
    `${FILE} 与脚本生成的不一致 / is not what the script makes: node scripts/make-permissions.mjs\n`,
  );
  process.exitCode = 1;
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
