/** A sentence that states points or a share and is listed as not scoring. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';
import { statesPoints } from '../sentences.js';

export function checkWeights(scene: Scene): Report[] {
  const inRows = scene.scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) =>
      item.rows.flatMap((row) => (row.notScoring ?? []).map((one) => ({ at: row.id, text: one.text }))),
    ),
  );
  const outside = outsideSentences(scene).filter((one) => one.notScoring !== undefined);
  const stating = [...outside.map((one) => ({ at: scene.scheme.id, text: one.text })), ...inRows].filter(
    (one) => statesPoints(one.text) || /(?:占|比重|权重)[^，。]*\d+\s*[%％]/.test(one.text),
  );
  return stating.map((one) => ({
    code: 'weight-not-scored',
    severity: 'defect',
    at: [one.at],
    quote: one.text,
    title: text('写了分值或比重，却列为不计分', 'It states points or a share and is listed as not scoring'),
    why: text('这句话的分没有算进任何得分。', 'What it states reaches no score.'),
  }));
}
