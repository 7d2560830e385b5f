// A folder is named after what it holds; names that hold anything are not used.
const EMPTY_NAMES = ['utils', 'util', 'common', 'core', 'helpers', 'helper', 'lib', 'misc', 'shared-utils'];

/** Folders whose name says nothing. */
export function checkFolderNames(files) {
  const folders = new Set(
    files.flatMap(({ path }) => path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))),
  );
  return [...folders]
    .filter((folder) => EMPTY_NAMES.includes(folder.split('/').pop()))
    .map((path) => ({ path, line: 1, message: 'name the folder after what it holds' }));
}
