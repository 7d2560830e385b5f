/** An interval on its stretch of the line, with the grade limits; what it was before in a paler tone behind it. */
import { formatExact, type Interval, isPoint, type Program } from '@kaohe/scoring';
import { type Domain, placeIn } from './domain';

interface IntervalLineProps {
  readonly domain: Domain;
  readonly interval: Interval;
  readonly before?: Interval | undefined;
  readonly bands: Program['bands'];
  readonly label: string;
}

const WIDTH = 400;
const HEIGHT = 18;
const THINNEST = 2;

const upright = (x: number) => ({ x1: x, x2: x, y1: 0, y2: HEIGHT });

export function IntervalLine({ domain, interval, before, bands, label }: IntervalLineProps) {
  const block = ({ least, most }: Interval) => {
    const from = placeIn(domain, least) * WIDTH;
    const width = Math.max(THINNEST, placeIn(domain, most) * WIDTH - from);
    return { x: Math.min(from, WIDTH - THINNEST), width };
  };
  return (
    <svg
      className="interval-line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {before && <rect className="before" {...block(before)} y={5} height={8} />}
      {isPoint(interval) ? (
        <line className="closed" {...upright(placeIn(domain, interval.least) * WIDTH)} />
      ) : (
        <rect className="open" {...block(interval)} y={3} height={12} />
      )}
      {bands.map(({ grade, from }) => {
        const x = from && placeIn(domain, from) * WIDTH;
        return x !== undefined && x > 0 && x < WIDTH ? <line key={grade} className="limit" {...upright(x)} /> : null;
      })}
    </svg>
  );
}

interface DomainScaleProps {
  readonly domain: Domain;
  readonly bands: Program['bands'];
}

/** Under the line: both ends, and the grade limits with their grades. */
export function DomainScale({ domain, bands }: DomainScaleProps) {
  const limits = bands.flatMap(({ grade, from }) => (from ? [{ grade, from, place: placeIn(domain, from) }] : []));
  return (
    <span className="domain-scale" aria-hidden="true">
      <span className="from">{domain.from}</span>
      {limits
        .filter(({ place }) => place > 0 && place < 1)
        .map(({ grade, from, place }) => (
          <span key={grade} lang="zh-CN" style={{ left: `${place * 100}%` }}>
            {formatExact(from)} {grade}
          </span>
        ))}
      <span className="to">{domain.to}</span>
    </span>
  );
}
