// Everything that is shipped may be used, changed and passed on: permissive licences only.
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

/** Packages whose manifest names no licence; read in the LICENSE file of that version. */
const READ_BY_HAND = { 'duck@0.1.12': 'BSD-2-Clause', 'png-js@1.1.0': 'MIT' };

/** `(MIT OR GPL-3.0)` needs one permissive choice, `MIT AND ISC` needs all. */
function isPermissive(expression) {
  const choices = expression.replace(/[()]/g, ' ').split(/\sOR\s/);
  return choices.some((choice) => choice.split(/\sAND\s/).every((licence) => PERMISSIVE.includes(licence.trim())));
}

function productionEntries(lockfile) {
  return Object.entries(lockfile.packages).filter(
    ([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.devOptional && !entry.link,
  );
}

/** Shipped dependencies without a permissive licence; `readManifest` gives the package.json of an installed folder, or undefined. */
export function checkLicences(files, { readManifest }) {
  return files
    .filter(({ path }) => path === 'package-lock.json')
    .flatMap((file) =>
      productionEntries(JSON.parse(file.text)).flatMap(([path, entry]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        const licence = READ_BY_HAND[`${name}@${entry.version}`] ?? readManifest(path)?.license ?? entry.license;
        if (licence === undefined && entry.optional) return []; // another platform's package: its parent's licence was read
        if (typeof licence === 'string' && isPermissive(licence)) return [];
        return [{ path: file.path, line: 1, message: `${path} has the licence ${JSON.stringify(licence)}` }];
      }),
    );
}
