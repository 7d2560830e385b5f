/** A year's scheme as a folder that `kaohe score` takes: the same content in files of its own, so with an edition of its own. */
import { printTree, type SchemeFolder, SOURCE_FILE } from '@kaohe/scheme-files';
import { isRawObject, type RawTree } from '@kaohe/scoring';

export function schemeFiles({ tree, coverage, source }: SchemeFolder): Record<string, string> {
  const { readings = {}, sheets = [], forms = [], population = {}, ...scheme } = tree;
  const files: Record<string, RawTree> = {
    'scheme.yaml': scheme,
    'readings.yaml': { readings },
    'rating-forms.yaml': { forms },
    'population.yaml': population,
    'coverage.yaml': { sentences: coverage },
  };
  for (const sheet of Array.isArray(sheets) ? sheets : []) {
    if (!isRawObject(sheet)) continue;
    const { items = [], ...rest } = sheet;
    const folder = `sheets/${String(sheet.id)}`;
    files[`${folder}/sheet.yaml`] = rest;
    for (const [index, item] of (Array.isArray(items) ? items : []).entries())
      files[`${folder}/${String(index + 1).padStart(2, '0')}.yaml`] = item;
  }
  const texts = Object.fromEntries(Object.entries(files).map(([path, one]) => [path, printTree(one)]));
  return source === undefined ? texts : { ...texts, [SOURCE_FILE]: source };
}
