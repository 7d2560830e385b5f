/** The findings the address asks for, in groups, and which of these are open: that stands in the address too. */
import { type FindingGroup, groupByKind, groupByPlace } from '@kaohe/scoring';
import { useMemo } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useAssessment } from '../../shared/assessment/assessment';
import type { NamedFinding } from './use-findings';

export type Group = FindingGroup<NamedFinding>;

export interface FindingGroups {
  readonly groups: readonly Group[];
  readonly isOpen: (group: Group) => boolean;
  readonly toggle: (name: string) => void;
  readonly allOpen: boolean;
  readonly toggleAll: () => void;
}

const ALL = 'all';

export function useFindingGroups(findings: readonly NamedFinding[]): FindingGroups {
  const { severity, by, groups: asked, finding } = useAddress();
  const change = useChangeAddress();
  const { scheme } = useAssessment().assessment.program;
  const groups = useMemo(() => {
    const every = by === 'place' ? groupByPlace(findings, scheme) : groupByKind(findings);
    return every.filter((group) => severity === undefined || group.severity === severity);
  }, [findings, scheme, by, severity]);
  const named = new Set(asked?.split(','));
  // The group of the finding that the address names is open without being named.
  const isOpen = (group: Group) =>
    asked === ALL || named.has(group.name) || group.findings.some(({ name }) => name === finding);
  const open = groups.filter(isOpen).map(({ name }) => name);
  const allOpen = open.length === groups.length;
  const put = (names: readonly string[]) =>
    change({ groups: names.length === 0 ? undefined : names.join(','), finding: undefined });
  return {
    groups,
    isOpen,
    toggle: (name) => put(open.includes(name) ? open.filter((one) => one !== name) : [...open, name]),
    allOpen,
    toggleAll: () => put(allOpen ? [] : [ALL]),
  };
}
