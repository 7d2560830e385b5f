/** Rates without the whole they are taken of, and finds that depend on how many were looked at. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import { sharedReports } from '../clause-notes.js';
import type { Report } from '../finding.js';
import type { Placed, Scene } from '../scene.js';
import { squeezed } from '../sentences.js';

export function checkPopulations({ places }: Scene): Report[] {
  return [
    ...sharedReports(places.filter(isRateOfNothing), {
      code: 'population-undefined',
      severity: 'risk',
      title: (count) => text(`${count}条的比率没有写分母`, `${count} clauses compare a rate whose whole is not stated`),
      why: text(
        '哪些企业（人、事故）算在内、按什么名单和时点，文件没有写；名单不同，比率不同。',
        'Which enterprises, persons or cases count, by which list and on which day, is not stated; another list gives another rate.',
      ),
    }),
    ...sharedReports(places.filter(dependsOnSample), {
      code: 'sample-undefined',
      severity: 'risk',
      title: (count) =>
        text(
          `${count}条发现多少扣多少，没有写查多少`,
          `${count} clauses deduct for each one found, and how many are looked at is not stated`,
        ),
      why: text(
        '查得多的组扣得多，对象多的单位扣得多；抽查数量没有规定，各单位之间不可比。',
        'A team that looks at more finds more, and a unit that has more loses more; without a fixed sample units cannot be compared.',
      ),
    }),
  ];
}

/** A share whose numerator and denominator the scheme could not name. */
function isRateOfNothing({ clause }: Placed): boolean {
  return clause.rules.some((rule) => {
    const quantity = 'quantity' in rule ? rule.quantity : undefined;
    return quantity?.per !== undefined && quantity.denominator === undefined && quantity.baseline === undefined;
  });
}

/** 每发现一家扣0.5分, where a team goes to look and no number is given. */
function dependsOnSample({ row, clause }: Placed): boolean {
  const found = /发现/.test(clause.quote) && clause.rules.some((rule) => rule.kind !== 'judgement');
  const stated = /抽查\s*\d+|不少于\s*\d+\s*[家个人]/.test(
    squeezed(`${cellText(row.criterion)}${cellText(row.method)}`),
  );
  return found && !stated && (clause.supplier ?? row.supplier).by === 'team';
}
