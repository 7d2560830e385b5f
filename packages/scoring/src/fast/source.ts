/** A plan as the text of one module-like function body: `items`, `score`, `finish`, `trace`, `batch`. */
import { frameLayout } from './frame.js';
import { type PlanVeto, type SheetPlan, VETO_SHIFT } from './plan.js';
import { itemText, Tables, tracedItemText } from './source-item.js';

export interface GeneratedSource {
  /** The body; its parameters are `T` (the tables) and `o` (the outcome). It returns the functions. */
  readonly text: string;
  readonly tables: readonly Int32Array[];
}

/** The text of a scorer. */
export function scorerSource(plan: SheetPlan): GeneratedSource {
  const tables = new Tables();
  const results = plan.items.map((_, index) => `i${index}`);
  const items = plan.items.map((item) => `(f,b)=>{let r=0;${itemText(item, 'r', tables)}return r;}`);
  const sheet = `let ${results.map((name) => `${name}=0`).join(',')};${plan.items
    .map((item, index) => itemText(item, results[index] ?? '', tables))
    .join('')}let sh=(${results.join('+')})|0;`;
  const store = 'o[0]=t;o[1]=st;';
  const functions = [
    `items:[${items.join(',')}]`,
    `score:(f,b)=>{${sheet}${finishText(plan)}${store}return t;}`,
    `finish:(sum,f,b)=>{let sh=sum|0;${finishText(plan)}${store}return t;}`,
    `trace:(f,b,F)=>{${traceText(plan, tables)}${store}return t;}`,
    `batch:({facts:f,units:n,totals:O,states:S})=>{for(let u=0,b=0;u<n;u++,b=(b+${plan.slots.length})|0){${sheet}${finishText(plan)}O[u]=t;S[u]=st;}}`,
  ];
  const lets = tables.values.map((_, index) => `const T${index}=T[${index}];`).join('');
  return { text: `'use strict';${lets}return {${functions.join(',')}};`, tables: tables.values };
}

const cappedText = (sum: string, ceiling: number | undefined): string =>
  ceiling === undefined ? sum : `Math.min(${sum},${ceiling})`;

/** From `sh` to the total `t` and the state `st`; leaves the bonus in `bo` and the parts in `p0`, `p1`, … */
function finishText(plan: SheetPlan): string {
  const { bonus } = plan;
  const added = (base: string) => cappedText(`((${base}+bo)|0)`, bonus.ceiling);
  const yearEnd = bonus.base === 'sheet' ? added('sh') : 'sh';
  const parts = plan.parts.map(({ slot, times }, index) => {
    const value = slot === undefined ? `Math.imul(y,${times})` : `f[b+${slot}]`;
    return `const p${index}=${value};`;
  });
  const sum = `((${plan.parts.map((_, index) => `p${index}`).join('+')})|0)`;
  const grade = plan.bands.map((from, index) => `t>=${from}?${index}:`).join('');
  return [
    plan.carries ? 'sh=Math.max(sh,0);' : '',
    `const bo=Math.min(f[b+${bonus.slot}],${bonus.cap}),y=${yearEnd};`,
    ...parts,
    `const t=${bonus.base === 'composite' ? added(sum) : sum};`,
    `let g=${grade}${plan.bands.length},v=0;`,
    ...plan.vetoes.map((veto, index) => `if(${holdsText(veto)})v|=${1 << index};`),
    failedText(plan.vetoes),
    `const st=g|(v<<${VETO_SHIFT});`,
  ].join('');
}

function holdsText({ when }: PlanVeto): string {
  if (when.kind === 'count') return `f[b+${when.slot}]>=${when.count}`;
  return `${when.of === 'sheet' ? 'sh' : 't'}<${when.below}`;
}

/** A veto that fails the grade puts its own in place of a better one. */
function failedText(vetoes: readonly PlanVeto[]): string {
  return vetoes
    .flatMap(({ grade }, index) => (grade === undefined ? [] : [`if(v&${1 << index})g=Math.max(g,${grade});`]))
    .join('');
}

function traceText(plan: SheetPlan, tables: Tables): string {
  const layout = frameLayout(plan);
  const items = plan.items.map((item, index) => {
    const first = item.clauses[0]?.index ?? 0;
    const into = { asked: layout.asked + first, applied: layout.applied + first, item: layout.items + index };
    return tracedItemText(item, into, tables);
  });
  const parts = plan.parts.map((_, index) => `F[${layout.parts + index}]=p${index};`);
  return `let sh=0;${items.join('')}${finishText(plan)}F[${layout.total}]=t;F[${layout.state}]=st;F[${layout.sheet}]=sh;F[${layout.bonus}]=bo;${parts.join('')}`;
}
