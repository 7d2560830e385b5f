// What the documents tell people to type works: example facts are scored, and the commands of README and guide are run.
const GUIDES = /^(?:README[^/]*|docs\/guide\/.*)\.md$/;
const FACTS = /^examples\/.*\.facts\.(?:yaml|json)$/;
const RUNS_ON = /^npx kaohe serve\b/; // a server does not end

function factsCommand({ path, text }) {
  const scheme = text.match(/^\s*"?scheme"?:\s*"?([\w-]+)/m)?.[1] ?? 'no-scheme-named';
  return { path, line: 1, command: `node apps/cli/bin/kaohe.mjs score ${scheme} ${path} --json` };
}

/** The lines of shell blocks, continued lines joined, with the line each starts on. */
function shellLines(text) {
  const found = [];
  let inShell = false;
  let joining = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('```')) inShell = /^```(?:sh|bash|shell|console)$/.test(line);
    else if (inShell && joining) found.at(-1).command += ` ${line.trim()}`;
    else if (inShell) found.push({ line: index + 1, command: line.replace(/^\$ /, '') });
    joining = inShell && line.endsWith('\\');
    if (joining) found.at(-1).command = found.at(-1).command.replace(/\s*\\$/, '');
  }
  return found;
}

function guideCommands({ path, text }) {
  const commands = shellLines(text).filter(({ command }) => /^npx kaohe\b/.test(command) && !RUNS_ON.test(command));
  return commands.map((found) => ({ path, ...found }));
}

/** The commands the examples and documents stand for. */
export function exampleCommands(files) {
  return files.flatMap((file) => {
    if (FACTS.test(file.path)) return [factsCommand(file)];
    return GUIDES.test(file.path) ? guideCommands(file) : [];
  });
}

/** Examples that fail; `run` takes a shell command and gives its exit status and what it printed. */
export function checkExamples(files, { run }) {
  return exampleCommands(files).flatMap(({ path, line, command }) => {
    const { status, output } = run(command);
    return status === 0 ? [] : [{ path, line, message: `exit ${status}: ${command}\n${output.trim().slice(-600)}` }];
  });
}
