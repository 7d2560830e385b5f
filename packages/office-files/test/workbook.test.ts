import { assessTree } from '@kaohe/scheme-files';
import { type RawObject, resultJson } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { writeFactsWorkbook } from '../src/facts-workbook.js';
import { readFactsWorkbook } from '../src/read-facts-workbook.js';
import { exampleFacts, generatedFacts, ZHENGZHOU } from './sample-facts.js';

const folder = getFolder('zhengzhou-2019');

async function throughWorkbook(facts: RawObject) {
  return readFactsWorkbook(ZHENGZHOU, await writeFactsWorkbook(ZHENGZHOU, facts));
}

function resultOf(facts: Parameters<typeof assessTree>[1]): unknown {
  const assessment = assessTree(folder, facts);
  if ('problems' in assessment) throw new Error(JSON.stringify(assessment.problems));
  return resultJson(assessment, folder.edition);
}

describe('a workbook', () => {
  test('read back gives the same facts, for generated files', async () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const facts = generatedFacts(seed);
      const { tree, problems } = await throughWorkbook(facts);
      expect(problems).toEqual([]);
      expect(tree, `seed ${seed}`).toEqual(facts);
    }
  }, 60_000);

  test.each(['one-district', 'zhengzhou-2019-demonstration', 'accident-versions'])(
    'filled with the example %s gives the same result',
    async (name) => {
      const facts = exampleFacts(name);
      const { tree, problems } = await throughWorkbook(facts);
      expect(problems).toEqual([]);
      expect(tree).toEqual(facts);
      expect(resultOf(tree)).toEqual(resultOf(facts));
    },
    60_000,
  );
});
