// Imports follow ARCHITECTURE's directions: packages are pure and never know an application, applications never know each other.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { codeOnly, isSource, isTest, matches } from './violations.mjs';

/** Workspace packages each package may import; a package that is not listed may import none. */
const DIRECTIONS = {
  scoring: [],
  'scheme-files': ['scoring'],
  'office-files': ['scoring', 'scheme-files'],
  clauses: ['scoring'],
  'api-contract': ['scoring'],
};
const APPLICATIONS = ['cli', 'server', 'web'];
/** Folders of the server that are no noun: what all nouns stand on, and what puts them together. */
const NOT_NOUNS = ['database', 'office', 'http', 'commands'];
/** In the server a layer never imports these; `service` of another noun is the way across. */
const SERVER_LAYERS = { routes: ['repo', 'database'], service: ['routes'], repo: ['routes', 'service'] };
const IMPORT = /^[ \t]*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;
// A clock and the machine's own time zone; an instant that was handed over may be reckoned with.
const IMPURE =
  /\bDate\.now\b|\bDate\(\s*\)|\.get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\b|\btoLocale\w*|\bMath\.random\b|\bfetch\s*\(|\bconsole\.|\bprocess\.|\bperformance\.|\bset(?:Timeout|Interval)\b/g;

function importsOf(file) {
  return matches(file, IMPORT, (match) => match[1] ?? match[2]).map(({ line, message }) => ({
    line,
    specifier: message,
  }));
}

const workspaceOf = (path) => path.match(/^(packages|apps)\/([^/]+)\//)?.slice(1);
const isBuiltin = (specifier) => specifier.startsWith('node:') || builtinModules.includes(specifier);
const packageName = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function packageReason(name, specifier, declared) {
  if (isBuiltin(specifier)) return `packages are pure: ${specifier} belongs in an app`;
  const target = packageName(specifier);
  if (target.startsWith('@kaohe/')) {
    return DIRECTIONS[name]?.includes(target.slice(7)) ? undefined : `${name} must not import ${target}`;
  }
  return declared.includes(target) ? undefined : `${name} does not declare ${target} as a dependency`;
}

function applicationReason(name, specifier) {
  const target = packageName(specifier).match(/^@kaohe\/(.+)$/)?.[1];
  if (!APPLICATIONS.includes(target) || target === name) return undefined;
  return name === 'cli' && target === 'server' ? undefined : `apps never import each other: ${name} → ${target}`;
}

/** Folder and layer of a file of the server; what is neither routes nor repo stands beside the service. */
function placeInServer(path) {
  const [, folder, file] = path.match(/^apps\/server\/src\/([^/]+)\/([^/.]+)/) ?? [];
  const isNoun = file !== undefined && !NOT_NOUNS.includes(folder);
  return { folder, layer: file?.match(/(?:^|-)(routes|repo)$/)?.[1] ?? (isNoun ? 'service' : undefined) };
}

function serverReason(path, target) {
  const [own, other] = [placeInServer(path), placeInServer(target)];
  if (other.layer === 'repo' && own.folder !== other.folder && path.startsWith('apps/server/src/')) {
    return `the repo of ${other.folder} is private to its folder: call its service`;
  }
  if (isTest(path) || NOT_NOUNS.includes(own.folder)) return undefined;
  const forbidden = SERVER_LAYERS[own.layer] ?? [];
  const reached = forbidden.find((one) => one === other.layer || one === other.folder);
  return reached && `${own.layer} must not import ${reached}`;
}

function relativeReason(path, specifier) {
  const target = posix.join(posix.dirname(path), specifier);
  const [kind, name] = workspaceOf(path);
  if (kind === 'packages' && target.startsWith('apps/')) return 'packages never import apps';
  if (!isTest(path) && !target.startsWith(`${kind}/${name}/`))
    return `${specifier} leaves ${kind}/${name}: import by package name`;
  return serverReason(path, target);
}

function reasonAgainst(path, specifier, declared) {
  if (specifier.startsWith('.')) return relativeReason(path, specifier);
  const [kind, name] = workspaceOf(path);
  if (kind === 'apps') return applicationReason(name, specifier);
  if (APPLICATIONS.includes(packageName(specifier).slice(7))) return 'packages never import apps';
  return isTest(path) ? undefined : packageReason(name, specifier, declared);
}

function declaredIn(files, path) {
  const manifest = files.find((file) => file.path === `${workspaceOf(path).join('/')}/package.json`);
  return Object.keys(manifest ? (JSON.parse(manifest.text).dependencies ?? {}) : {});
}

const isPure = (path) => /^packages\/[^/]+\/src\//.test(path) && !isTest(path);

/** Imports against the direction, and a clock, randomness or input and output in a pure package. */
export function checkLayers(files) {
  return files
    .filter(({ path }) => isSource(path) && workspaceOf(path))
    .flatMap((file) => {
      const declared = declaredIn(files, file.path);
      const imports = importsOf(file).flatMap(({ line, specifier }) => {
        const message = reasonAgainst(file.path, specifier, declared);
        return message ? [{ path: file.path, line, message }] : [];
      });
      const code = { path: file.path, text: codeOnly(file.text) };
      const impure = isPure(file.path)
        ? matches(code, IMPURE, ([found]) => `packages are pure: ${found.trim()} enters as an argument`)
        : [];
      return [...imports, ...impure];
    });
}
