/** The document as its text reads, line by line; every clause underlined by where it stands, in shape and colour. */
import type { QueueEntry } from '@kaohe/clauses';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { type EntrySign, SIGNS, signOf } from './entry-words';
import { columnsOf, type Line, linesOf, type Mark, type Piece } from './line-pieces';

interface DocumentLinesProps {
  readonly source: string;
  readonly entries: readonly QueueEntry[];
  readonly chosen: string | undefined;
  readonly onSelect: (key: string) => void;
}

export function DocumentLines({ source, entries, chosen, onSelect }: DocumentLinesProps) {
  const { t } = useTranslation();
  const pane = useRef<HTMLElement>(null);
  const marks = entries.flatMap(markOf);
  const places = marks.map(({ key, span }) => `${key} ${span[0]} ${span[1]}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the places says whether they moved
  const lines = useMemo(() => linesOf(source, marks), [source, places]);
  const columns = useMemo(() => columnsOf(lines), [lines]);
  const signs = new Map(entries.map((entry) => [entry.key, signOf(entry)]));
  useEffect(() => {
    const box = pane.current;
    const mark = box?.querySelector<HTMLElement>(`[data-mark="${chosen}"]`);
    // Within its box: the page itself stays where it is.
    if (box && mark) box.scrollTop = mark.offsetTop - box.clientHeight / 2;
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard too
    <section ref={pane} className="paper draft-document" lang="zh-CN" tabIndex={0} aria-label={t('drafts.document')}>
      {lines.map((line) => (
        <DocumentLine
          key={line.from}
          line={line}
          columns={columns.get(line.from)}
          signs={keysOf(line)
            .map((key) => `${key} ${signs.get(key)} ${key === chosen ? 'chosen' : ''}`)
            .join(',')}
          onSelect={onSelect}
        />
      ))}
    </section>
  );
}

/** What a person wrote has no place in the document. */
function markOf(entry: QueueEntry): Mark[] {
  const { key } = entry;
  switch (entry.kind) {
    case 'clause':
      return [{ key, span: entry.clause.span }];
    case 'veto':
      return [{ key, span: entry.veto.span }];
    case 'band':
      return entry.band.span === undefined ? [] : [{ key, span: entry.band.span }];
    case 'bonus':
      return [];
  }
}

const keysOf = ({ cells }: Line): string[] => [
  ...new Set(cells.flat().flatMap(({ key }) => (key === undefined ? [] : [key]))),
];

interface DocumentLineProps {
  readonly line: Line;
  /** Of a row: the widths of its columns. */
  readonly columns: string | undefined;
  /** Sign and choice of each clause of the line, as text: the line is drawn again when one of them changes. */
  readonly signs: string;
  readonly onSelect: (key: string) => void;
}

const DocumentLine = memo(function DocumentLine({ line, columns, signs, onSelect }: DocumentLineProps) {
  const stands = new Map(
    signs.split(',').map((one) => {
      const [key = '', sign = 'read', choice] = one.split(' ');
      return [key, { sign: sign as EntrySign, isChosen: choice === 'chosen' }] as const;
    }),
  );
  return (
    <div
      className={columns === undefined ? 'draft-line' : 'draft-line draft-row'}
      style={columns === undefined ? undefined : { gridTemplateColumns: columns }}
    >
      {line.cells.map((pieces, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a line never move
        <span key={index} className="draft-cell">
          {pieces.map((piece) => (
            <DocumentPiece key={piece.from} piece={piece} stand={stands.get(piece.key ?? '')} onSelect={onSelect} />
          ))}
        </span>
      ))}
    </div>
  );
});

interface DocumentPieceProps {
  readonly piece: Piece;
  readonly stand: { readonly sign: EntrySign; readonly isChosen: boolean } | undefined;
  readonly onSelect: (key: string) => void;
}

function DocumentPiece({ piece: { from, text, key }, stand, onSelect }: DocumentPieceProps) {
  const { t } = useTranslation();
  if (key === undefined || !stand) return <span data-from={from}>{text}</span>;
  const { sign, isChosen } = stand;
  return (
    <a
      href={`#${key}`}
      data-mark={key}
      data-from={from}
      data-sign={SIGNS[sign]}
      className={`draft-mark ${sign}${isChosen ? ' chosen' : ''}`}
      title={t(`drafts.signs.${sign}`)}
      aria-current={isChosen ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault();
        onSelect(key);
      }}
    >
      {text}
    </a>
  );
}
