/** The desk of a draft: its bar with what is left to do, and the section in hand. */
import { clausesOf, isOpen, queueOf } from '@kaohe/clauses';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { ClausesSection } from './clauses-section';
import { DraftConflictChoice } from './draft-conflict';
import { FrameForms } from './frame-forms';
import { HeadForm } from './head-form';
import { IssueSection } from './issue-section';
import { ItemsForm } from './items-form';
import { OutcomeForms } from './outcome-forms';
import type { LoadedDraft } from './requests';
import { RowsForm } from './rows-form';
import { UnitsForm } from './units-form';
import { useDraftCheck } from './use-draft-check';
import { type DraftEditor, useDraftEditor } from './use-draft-editor';

const SECTIONS = ['clauses', 'items', 'rows', 'outcome', 'frame', 'units', 'head', 'issue'] as const;
type Section = (typeof SECTIONS)[number];

export function DraftWork({ loaded }: { readonly loaded: LoadedDraft }) {
  const [section, setSection] = useState<Section>(loaded.state === 'issued' ? 'issue' : 'clauses');
  const [selected, setSelected] = useState<string>();
  const editor = useDraftEditor(loaded);
  const { body, change, conflict, settle, error } = editor;
  const check = useDraftCheck(body, loaded.source);
  const goTo = (key: string) => {
    if (key.startsWith('item-')) return setSection('items');
    if (key === 'rows' || key === 'frame') return setSection(key);
    setSelected(key);
    setSection('clauses');
  };
  const forms = { draft: body, onChange: change };
  return (
    <>
      <DraftBar loaded={loaded} editor={editor} section={section} onSection={setSection} />
      {conflict && <DraftConflictChoice own={body} conflict={conflict} onSettle={settle} />}
      {editor.state === 'failed' && <Refusal error={error} />}
      <fieldset className="draft-fields" disabled={loaded.state === 'issued' && section !== 'issue'}>
        {section === 'clauses' && (
          <ClausesSection source={loaded.source} editor={editor} selected={selected} onSelect={setSelected} />
        )}
        {section === 'items' && <ItemsForm {...forms} onUndo={editor.undo} />}
        {section === 'rows' && <RowsForm {...forms} source={loaded.source} />}
        {section === 'frame' && <FrameForms {...forms} />}
        {section === 'outcome' && <OutcomeForms {...forms} onGo={goTo} />}
        {section === 'units' && <UnitsForm {...forms} source={loaded.source} />}
        {section === 'head' && <HeadForm {...forms} />}
        {section === 'issue' && <IssueSection loaded={loaded} editor={editor} check={check} onGo={goTo} />}
      </fieldset>
    </>
  );
}

interface DraftBarProps {
  readonly loaded: LoadedDraft;
  readonly editor: DraftEditor;
  readonly section: Section;
  readonly onSection: (section: Section) => void;
}

function DraftBar({ loaded, editor: { body, state }, section, onSection }: DraftBarProps) {
  const { t } = useTranslation();
  const queue = queueOf(body);
  const left = queue.filter(isOpen).length;
  const isEmpty = clausesOf(body).length === 0;
  return (
    <div className="toolbar draft-bar">
      <h1 lang="zh-CN">{body.head.title || t('drafts.title')}</h1>
      <div className="draft-sections">
        {SECTIONS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === section ? 'section-in-hand' : undefined}
            aria-pressed={one === section}
            onClick={() => onSection(one)}
          >
            {t(`drafts.sections.${one}`)}
          </button>
        ))}
      </div>
      <span className="stretch" />
      <span className="draft-left" role="status">
        {isEmpty && `▲ ${t('drafts.noClause')}`}
        {!isEmpty && (left === 0 ? `✓ ${t('drafts.allDone')}` : `◆ ${t('drafts.left', { count: left })}`)}{' '}
        {!isEmpty && <Progress done={queue.length - left} of={queue.length} />}
      </span>
      <span className={`draft-saved ${state}`}>
        {t(loaded.state === 'issued' ? 'drafts.frozen' : `drafts.${state}`)}
      </span>
    </div>
  );
}

function Progress({ done, of }: { readonly done: number; readonly of: number }) {
  return <progress max={of} value={done} aria-label={`${done}/${of}`} />;
}
