/** Bodies the document sends out, and grounds it says the result is made of, that give no points. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { type Outside, outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';
import { squeezed } from '../sentences.js';

export function checkRoles(scene: Scene): Report[] {
  const sentences = outsideSentences(scene);
  return [
    ...sentences.flatMap((one) => checkBodies(scene, one)),
    ...sentences.flatMap((one) => checkGrounds(scene, one)),
  ];
}

const BODY = /(?<!\d)(\d+)个(\p{Script=Han}{1,3}(?:组|队|处室|委员会|专班|办公室|单位))/gu;

/** 16个督导组: a number of bodies that are neither raters of a form, nor its teams, nor the units. */
function checkBodies({ scheme }: Scene, outside: Outside): Report[] {
  const seats = [
    ...scheme.forms.map((form) => ({ count: form.raters, name: form.raterName })),
    ...scheme.sheets.map((sheet) => ({
      count: `${scheme.population.units.filter((unit) => unit.sheet === sheet.id).length}`,
      name: sheet.title,
    })),
    { count: `${scheme.population.teams.length}`, name: '考核组' },
  ];
  return [...squeezed(outside.text).matchAll(BODY)].flatMap(([, count, body = '']) => {
    const seated = seats.some((seat) => seat.count === count && seat.name.includes(body));
    return seated ? [] : [reportRole(body, outside)];
  });
}

/** 结合A、B、C进行综合评定: those of them that are no part of the total. */
function checkGrounds({ scheme }: Scene, outside: Outside): Report[] {
  const listed = /(?:结合|根据|综合|依据)([^，,。]*、[^，,。]*?)(?:进行|予以|作出)?综合(?:评定|评价|考核)/.exec(
    squeezed(outside.text),
  )?.[1];
  if (listed === undefined) return [];
  const parts = scheme.sheets.flatMap((sheet) => sheet.parts.map((part) => part.name));
  const titles = scheme.forms.map((form) => squeezed(form.title));
  const grounds = listed.split(/、|以及|及|和/).filter((one) => one !== '');
  return grounds
    .filter(
      (ground) =>
        !parts.some((part) => ground.includes(part)) && !titles.some((title) => title.includes(ground.slice(0, 4))),
    )
    .map((ground) => reportRole(ground, outside));
}

function reportRole(name: string, { text: sentence, covers }: Outside): Report {
  return {
    code: 'role-not-scored',
    severity: 'risk',
    at: [...(covers === undefined ? [] : [covers]), name],
    quote: sentence,
    title: text(`提到“${name}”，但它没有分值`, `“${name}” is named and gives no points`),
    why: text(
      '文件说结果结合它评定，计分办法里却没有它的比重：它的结论怎样进入得分，没有规定。',
      'The result is said to rest on it, and the way of scoring gives it no weight: how its findings reach the score is not stated.',
    ),
  };
}
