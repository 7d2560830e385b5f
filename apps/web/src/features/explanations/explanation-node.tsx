/** One step of the computation: sentence, observation, arithmetic, points, readings; its own steps beneath. */
import type { Explanation } from '@kaohe/scoring';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ReadingMarks } from '../../shared/readings/reading-marks';
import { DocumentLink } from './document-link';
import { asksSomething, signOf, stepText, stopsAtZero, valueText } from './node-words';

interface ExplanationNodeProps {
  readonly node: Explanation;
  /** Nodes on the way to the one that was asked for; the last is that one. */
  readonly path: ReadonlySet<Explanation>;
  readonly depth: number;
}

/** Parts and the sheet are open from the start, items only on the way to what was asked for. */
function startsOpen({ node, path, depth }: ExplanationNodeProps): boolean {
  return depth < 2 || path.has(node) || (node.kind === 'sheet' && path.size < 4);
}

export function ExplanationNode(props: ExplanationNodeProps) {
  const { node, path, depth } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(startsOpen(props));
  const target = [...path].pop() === node;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (target) line.current?.scrollIntoView({ block: 'center' });
  }, [target]);
  const children = node.children.filter(({ kind }) => kind !== 'rule');
  const title = node.title[language];
  return (
    <li className={`node ${node.kind}${target && depth > 0 ? ' target' : ''}`}>
      <div className="node-line" ref={line}>
        {children.length > 0 ? (
          <button
            type="button"
            className="plain-button toggle"
            aria-expanded={open}
            aria-label={t(open ? 'why.collapse' : 'why.expand', { title })}
            onClick={() => setOpen(!open)}
          ></button>
        ) : (
          <span className="toggle" />
        )}
        <span className="node-title">
          {node.kind === 'clause' && <span className="clause-number">{node.id.split('/')[1]}</span>} {title}
          <span className="operation">
            {stepText(node, language)}
            {stopsAtZero(node) && t('why.floor')}
          </span>
          {node.open && <span className="node-open">● {t('why.open')}</span>}
        </span>
        <DocumentLink node={node} />
        <span className={`node-value ${signOf(node)}`}>{valueText(node)}</span>
      </div>
      <NodeWords node={node} />
      {open && children.length > 0 && <Children nodes={children} path={path} depth={depth + 1} />}
    </li>
  );
}

function NodeWords({ node }: { readonly node: Explanation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const applied = node.applied && valueText({ ...node, value: node.applied });
  return (
    <div className="node-words">
      {node.quote && node.kind !== 'full-marks' && <q lang="zh-CN">{node.quote}</q>}
      {node.detail && <span className="node-detail">{node.detail[language]}</span>}
      {applied !== undefined && applied !== valueText(node) && (
        <span className="node-applied">{t('why.applied', { points: applied })}</span>
      )}
      <ReadingMarks names={node.readings} />
    </div>
  );
}

interface ChildrenProps {
  readonly nodes: readonly Explanation[];
  readonly path: ReadonlySet<Explanation>;
  readonly depth: number;
}

/** Clauses that ask nothing and are closed wait behind a button. */
function Children({ nodes, path, depth }: ChildrenProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const telling = nodes.filter((node) => path.has(node) || asksSomething(node));
  const hidden = nodes.length - telling.length;
  return (
    <ul>
      {(all ? nodes : telling).map((node) => (
        <ExplanationNode key={`${node.kind} ${node.id}`} node={node} path={path} depth={depth} />
      ))}
      {hidden > 0 && (
        <li className="others">
          <button type="button" className="plain-button" onClick={() => setAll(!all)}>
            {all ? t('why.fewer') : t('why.others', { count: hidden })}
          </button>
        </li>
      )}
    </ul>
  );
}
