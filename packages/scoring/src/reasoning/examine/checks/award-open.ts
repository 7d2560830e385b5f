/** An award without a number of places, or without a rule for equal scores. */
import { formatExact } from '../../../exact/decimal.js';
import type { Award } from '../../../scheme/outcome.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';
import { squeezed } from '../sentences.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

const AWARDING = /评选|评优|评先|先进|表彰|名额/;
const QUOTA = /名额|至多|最多|不超过|前\d+名|\d+[个名家]|[一二三四五六七八九十]+[个名家]|\d+[%％]/;
const TIES = /同分|并列|(?:得分|分数|总分|名次)相(?:同|等)/;

export function checkAwards(scene: Scene): Report[] {
  const said = outsideSentences(scene).map((one) => squeezed(one.text));
  return scene.scheme.awards.flatMap((award) => {
    const own = [squeezed(award.quote), ...said.filter((one) => AWARDING.test(one))];
    const open = [
      ...(own.some((one) => QUOTA.test(one)) ? [] : [text('评几个', 'how many')]),
      ...(said.some((one) => TIES.test(one)) ? [] : [text('得分相同取谁', 'who of equal scores')]),
    ];
    return open.length > 0 ? [report(scene, award, open)] : [];
  });
}

function report(scene: Scene, award: Award, open: readonly ReturnType<typeof text>[]): Report {
  const [sheet] = scene.scheme.sheets;
  const example =
    sheet &&
    counterexample(scene, {
      subject: subjectFor(scene, sheet),
      stated: {},
      claim: (adopted) =>
        adopted.unit.decision.award.eligible === 'yes'
          ? text(
              `没有查出问题的单位都得${formatExact(adopted.total)}分，都够条件。`,
              `Every unit with nothing against it has ${formatExact(adopted.total)}, and qualifies.`,
            )
          : undefined,
    });
  return {
    code: 'award-open',
    severity: 'risk',
    at: [award.id],
    quote: award.quote,
    title: text(`没有写${open.map(({ zh }) => zh).join('、')}`, `Not stated: ${open.map(({ en }) => en).join(', ')}`),
    why: text(
      '够条件的单位多于要评的，由谁定、按什么定，文件没有写；扣分封顶、评分取整，并列并不少见。',
      'Where more qualify than are chosen, who decides and by what is not stated; with deductions that stop and ratings that are rounded, equal scores are common.',
    ),
    ...(example && { counterexample: example }),
  };
}
