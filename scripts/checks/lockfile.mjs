// The lockfile works from any registry and for any platform: no download addresses, and an entry for every optional package.
import { missingOptionalPackages } from '../complete-lockfile.mjs';
import { matches } from './violations.mjs';

const ADDRESS = /"resolved": "(?:https?|git)[^"]*"/g;

/** Download addresses in package-lock.json, and optional platform packages it has no entry for. */
export function checkLockfile(files) {
  return files
    .filter(({ path }) => path === 'package-lock.json')
    .flatMap((file) => {
      const missing = missingOptionalPackages(JSON.parse(file.text)).map(({ name, version }) => ({
        path: file.path,
        line: 1,
        message: `no entry for ${name}@${version}: run node scripts/complete-lockfile.mjs`,
      }));
      return [
        ...matches(file, ADDRESS, 'a download address: keep omit-lockfile-registry-resolved and lock again'),
        ...missing,
      ];
    });
}
