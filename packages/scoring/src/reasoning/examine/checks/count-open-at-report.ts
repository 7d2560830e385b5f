/** Reports that are due while the casualties of the year's last accidents may still change. */
import { addDays, windowDays } from '../../../accidents/window.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkReportDates({ scheme, places }: Scene): Report[] {
  const [last] = [...scheme.calendar].sort((a, b) => (a.to < b.to ? 1 : -1));
  const until = addDays(scheme.period.to, windowDays(undefined));
  const counts = places.some(({ clause }) => clause.rules.some((rule) => rule.kind === 'per-event-ladder'));
  if (!counts || !last || last.to >= until) return [];
  return [
    {
      code: 'count-open-at-report',
      severity: 'risk',
      at: [scheme.id],
      quote: last.quote,
      title: text(
        `${last.to} 前报结果，事故伤亡到 ${until} 才定`,
        `Results are due by ${last.to}; casualties may change until ${until}`,
      ),
      why: text(
        '事故发生之日起30日内（道路交通、火灾7日内）伤亡人数变化的要补报，事故等级随之变；报出以后变了，扣分和否决要不要改，文件没有写。',
        'Casualties that change within 30 days (for road traffic and fire 7) are reported again, and the level with them; whether points and vetoes then change, the document does not say.',
      ),
    },
  ];
}
