/** Sentences that score by rules the document does not contain. */

import { isRawObject, type RawObject } from '../../../observations/raw-tree.js';
import { text } from '../../../wording/text.js';
import { sharedReports } from '../clause-notes.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { squeezed } from '../sentences.js';

const ELSEWHERE = /按照?(?!时|期|照)[^，,。；]*(?:规定|要求|标准)|[”》]要求|有关规定/;

export function checkReferences(scene: Scene): Report[] {
  const { places, examined } = scene;
  const sentences = Array.isArray(examined.coverage) ? examined.coverage.filter(isRawObject) : [];
  const outcomes = sentences.filter(
    (entry) => entry.notScoring === undefined && /按照?有关规定|另行(?:制定|规定)/.test(squeezed(`${entry.text}`)),
  );
  return [
    ...sharedReports(
      places.filter(({ clause }) => ELSEWHERE.test(squeezed(clause.quote))),
      {
        code: 'external-reference',
        severity: 'note',
        title: (count) =>
          text(`${count}条按别的文件的规定、标准计分`, `${count} clauses score by rules found elsewhere`),
        why: text(
          '要求是什么、查哪几项，写在别的文件里；考核人手里没有，就只能凭印象。',
          'What is required stands in another document; an assessor who does not have it goes by impression.',
        ),
      },
    ),
    ...outcomes.map(
      (entry): Report => ({
        code: 'external-reference',
        severity: 'defect',
        at: subjectsOf(scene, entry),
        quote: `${entry.text}`,
        title: text(
          '后果按“有关规定”，文件没有写',
          'The consequence follows “the relevant rules”, which are not given',
        ),
        why: text(
          '按哪个规定、定成什么结果，文件没有写。',
          'Which rules, and with what result, the document does not say.',
        ),
        about: typeof entry.reading === 'string' ? [entry.reading] : [],
      }),
    ),
  ];
}

/** The vetoes that the sentence's reading decides, and the reading; or what the sentence is listed as. */
function subjectsOf({ scheme }: Scene, { reading, covers }: RawObject): string[] {
  if (typeof reading !== 'string') return [`${covers}`];
  return [...scheme.vetoes.filter((veto) => veto.readings?.includes(reading)).map((veto) => veto.id), reading];
}
