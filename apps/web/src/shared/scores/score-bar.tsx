/** A thin line from 0 to full marks: the interval of a score, or its parts stacked, with the grade limits marked. */
import type { Interval, Program, Rational } from '@kaohe/scoring';
import { toPixels } from './format-score';

export interface BarPart {
  readonly id: string;
  readonly score: Interval;
}

interface ScoreBarProps {
  readonly total: Interval;
  readonly fullMarks: Rational;
  readonly bands: Program['bands'];
  readonly parts?: readonly BarPart[] | undefined;
  readonly label: string;
}

const WIDTH = 200;
const HEIGHT = 14;

export function ScoreBar({ total, fullMarks, bands, parts, label }: ScoreBarProps) {
  const x = (value: Rational) => Math.max(0, Math.min(WIDTH, (toPixels(value) / toPixels(fullMarks)) * WIDTH));
  const from = x(total.least);
  const to = x(total.most);
  return (
    <svg
      className="score-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT - 2} y2={HEIGHT - 2} />
      {bands.map(({ grade, from: limit }) =>
        limit ? <line key={grade} className="limit" x1={x(limit)} x2={x(limit)} y1={1} y2={HEIGHT - 1} /> : null,
      )}
      {parts ? (
        <StackedParts parts={parts} x={x} />
      ) : (
        <>
          <rect className="reached" x={0} width={from} y={5} height={3} />
          <rect
            className={from === to ? 'closed' : 'open'}
            x={from === to ? from - 1.5 : from}
            width={Math.max(3, to - from)}
            y={3}
            height={7}
          />
        </>
      )}
    </svg>
  );
}

/** Each part's least score in its own tone, the points still open at the end. */
function StackedParts({ parts, x }: { readonly parts: readonly BarPart[]; readonly x: (value: Rational) => number }) {
  let left = 0;
  const blocks = parts.map((part, index) => {
    const width = x(part.score.least);
    const block = { key: part.id, className: `part-${index}`, left, width };
    left += width;
    return block;
  });
  const open = parts.reduce((sum, { score }) => sum + x(score.most) - x(score.least), 0);
  return (
    <>
      {blocks.map((block) => (
        <rect key={block.key} className={block.className} x={block.left} width={block.width} y={3} height={7} />
      ))}
      {open > 0 && <rect className="open" x={left} width={Math.min(open, WIDTH - left)} y={3} height={7} />}
    </>
  );
}
