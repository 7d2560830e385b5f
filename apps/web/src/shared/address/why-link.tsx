/** A number that opens its explanation: the unit and the node stand in the address. */
import type { ExplanationKind } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from './search';

export interface WhyTarget {
  readonly unit: string;
  readonly kind: ExplanationKind;
  readonly id: string;
}

export function whyAddress({ unit, kind, id }: WhyTarget): Search {
  return { why: unit, at: `${kind}:${id}` };
}

interface WhyLinkProps {
  readonly target: WhyTarget;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function WhyLink({ target, label, className, children }: WhyLinkProps) {
  return (
    <Link
      to="."
      replace
      search={(before: Search) => ({ ...before, ...whyAddress(target) })}
      className={`why ${className ?? ''}`}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
