/** Why a number is what it is: the computation's own tree, at the right of any page, open at the node the address names. */
import { type AssessedUnit, type Explanation, explain, type Program, renderExplanation } from '@kaohe/scoring';
import Button from 'antd/es/button';
import Drawer from 'antd/es/drawer';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { findUnit, unitLabel, useAssessment } from '../../shared/assessment/assessment';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { ExplanationNode } from './explanation-node';
import { pathTo } from './node-path';
import { OutcomeWords } from './outcome-words';
import './explanations.css';

const WIDTH = 560;

export function ExplanationDrawer() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { why } = useAddress();
  const change = useChangeAddress();
  const { assessment } = useAssessment();
  const unit = why === undefined ? undefined : findUnit(assessment, why);
  const close = useCallback(() => change({ why: undefined, at: undefined }), [change]);
  useEscape(close, unit !== undefined);
  const tree = useMemo(() => (unit ? explain(assessment.program, unit.scored) : undefined), [assessment, unit]);
  return (
    <Drawer
      open={unit !== undefined}
      mask={false}
      size={WIDTH}
      placement="right"
      onClose={close}
      closable={{ 'aria-label': t('why.close') }}
      title={unit && t('why.title', { unit: unitLabel(assessment.program.scheme, unit.scored.facts.unit, language) })}
      extra={tree && <CopyButton tree={tree} />}
      className="explanation"
    >
      {unit && tree && <ExplanationBody unit={unit} tree={tree} program={assessment.program} />}
    </Drawer>
  );
}

function useEscape(close: () => void, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [close, active]);
}

interface ExplanationBodyProps {
  readonly unit: AssessedUnit;
  readonly tree: Explanation;
  readonly program: Program;
}

function ExplanationBody({ unit, tree, program }: ExplanationBodyProps) {
  const { at } = useAddress();
  const path = useMemo(() => pathTo(tree, at), [tree, at]);
  return (
    <>
      <OutcomeWords unit={unit} program={program} />
      <ul className="explanation-tree">
        <ExplanationNode key={`${tree.id} ${at}`} node={tree} path={path} depth={0} />
      </ul>
    </>
  );
}

function CopyButton({ tree }: { readonly tree: Explanation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { program } = useAssessment().assessment;
  const [done, setDone] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(renderExplanation(tree, { language, program }));
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <>
      <span role="status" className="copy-state">
        {done === true && t('why.copied')}
        {done === false && t('why.copyFailed')}
      </span>
      <Button onClick={() => void copy()}>{t('why.copy')}</Button>
    </>
  );
}
