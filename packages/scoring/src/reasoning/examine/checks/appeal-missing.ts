/** No way for a unit to object to its result. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';

const OBJECTION = /申诉|异议|复核|复议|复查|申辩|陈述意见/;

export function checkAppeals(scene: Scene): Report[] {
  const outside = outsideSentences(scene);
  if (outside.length === 0 || outside.some((one) => OBJECTION.test(one.text))) return [];
  return [
    {
      code: 'appeal-missing',
      severity: 'risk',
      at: [scene.scheme.id],
      title: text('没有写对结果有异议怎么办', 'How a unit may object to its result is not stated'),
      why: text(
        '向谁提、几日内提、谁来复核、改了以后名次怎样动，文件都没有写；打错了分没有改正的办法。',
        'To whom, within how many days, who looks again and what then happens to the ranks: none of it is stated, and a wrong score has no remedy.',
      ),
    },
  ];
}
