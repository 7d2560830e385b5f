// No source file is longer than 300 lines. Functions (60 lines) and parameters (3) are measured by Biome, which parses them.
const CODE = /\.(?:ts|tsx|mjs|css)$/;
const MOST_LINES = 300;

/** Source files above the limit. */
export function checkSizes(files) {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    if (!CODE.test(path) || lines <= MOST_LINES) return [];
    return [{ path, line: MOST_LINES + 1, message: `${lines} lines: split by idea, the limit is ${MOST_LINES}` }];
  });
}
