// The words after `npm start --`, read before anything is installed or built: help must not take a minute.
const USAGE = `用法 Usage:
  npm start                    启动演示，或已经建好的安委办 / start the demonstration, or the office that is there
  npm start -- --init          建立真正的安委办：按终端里的设置码在网页上设置
                               set up a real office in the pages, with the code from the terminal
  npm start -- --help          显示这一页 / show this page

环境变量 Environment:
  PORT                         端口，默认 7100 / port (7100)
  HOST                         本机地址，默认 127.0.0.1 / an address of this machine (127.0.0.1)
  DATA_DIR                     数据目录，默认 .data / the data folder (.data)
  DATABASE_URL                 已有的 PostgreSQL；不写就用内置的 / an existing PostgreSQL; left out: the built-in one
  TLS_CERT, TLS_KEY            证书和私钥文件，供别的机器访问 / certificate and key files, for other machines
  KAOHE_HOSTS                  有证书时，浏览器可以用来访问的名称，逗号分开
                               under TLS, the names browsers may ask for, separated by commas

例 Example:
  PORT=7200 DATA_DIR=/srv/kaohe npm start -- --init
`;

const HELP = ['--help', '-h'];
const KNOWN = ['--init'];

/** Whether to set up an office; or what to print and with which exit code to end. */
export function readWords(words) {
  if (words.some((word) => HELP.includes(word))) return { code: 0, said: USAGE };
  const unknown = words.find((word) => !KNOWN.includes(word));
  if (unknown === undefined) return { init: words.includes('--init') };
  const wrong = `没有“${unknown}”这个选项。\nThere is no option “${unknown}”.\n\n`;
  return { code: 2, said: wrong + USAGE };
}

/** Prints what is to be printed instead of starting: help where help was asked for, a refusal as an error. */
export function tellWords({ code, said }) {
  (code === 0 ? process.stdout : process.stderr).write(said);
  process.exitCode = code;
}
