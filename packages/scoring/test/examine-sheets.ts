/** Made-up schemes of one or more sheets, as few words as a row needs: what the checks on printed sentences read. */
import { compile, examine, type Program, type Rule, type Scheme, type SchemeFinding } from '@kaohe/scoring';

export interface DraftRow {
  readonly criterion: string;
  readonly requirement?: string;
  readonly method?: string;
  /** Scoring sentence → its rules. */
  readonly clauses: Readonly<Record<string, readonly Rule[]>>;
}

interface DraftSheets {
  /** Rows by sheet; every sheet is one item of 100 marks. */
  readonly sheets: Readonly<Record<string, readonly DraftRow[]>>;
  readonly itemName?: string;
  readonly columns?: readonly string[];
  readonly units?: boolean;
  readonly awards?: Scheme['awards'];
  readonly bonusQuote?: string;
  /** Sentences outside the rows. */
  readonly outside?: readonly string[];
  readonly source?: string;
}

export const fixed = (amount: string): readonly Rule[] => [{ kind: 'fixed', amount }];

function sheetOf(id: string, rows: readonly DraftRow[], { itemName, columns }: DraftSheets): Scheme['sheets'][number] {
  const items = [
    {
      id: `${id}/i1`,
      name: itemName ?? '一、责任',
      nameEn: 'Duty',
      fullMarks: '100',
      marksQuote: '100分',
      rows: rows.map(({ clauses, ...cells }, index) => ({
        ...cells,
        id: `${id}/${index + 1}`,
        row: `${index + 1}`,
        supplier: { by: 'team' as const },
        clauses: Object.entries(clauses).map(([quote, rules], at) => ({
          id: `${id}/${index + 1}.${at + 1}`,
          quote,
          rules,
        })),
      })),
    },
  ];
  return {
    id,
    title: `细则${id}`,
    titleEn: `Sheet ${id}`,
    fullMarks: '100',
    classes: ['district'],
    columns: columns ?? ['考核标准'],
    note: '扣完为止',
    parts: [{ id: `${id}-part`, name: '细则', nameEn: 'Sheet', weight: '100', quote: '细则100分' }],
    items,
  };
}

export function findingsIn(draft: DraftSheets): SchemeFinding[] {
  const names = Object.keys(draft.sheets);
  const scheme: Scheme = {
    id: 'made-up',
    title: '办法',
    titleEn: 'Scheme',
    fullMarks: '100',
    period: { from: '2024-01-01', to: '2024-12-31' },
    calendar: [],
    gradeBands: [
      { grade: '合格', gradeEn: 'passed', quote: '合格：60分以上', from: '60' },
      { grade: '不合格', gradeEn: 'failed', quote: '不合格：不足60分' },
    ],
    bonus: { base: 'sheet', cap: '0', quote: draft.bonusQuote ?? '不加分', kinds: [] },
    vetoes: [],
    awards: draft.awards ?? [],
    readings: {},
    sheets: names.map((id) => sheetOf(id, draft.sheets[id] ?? [], draft)),
    forms: [],
    population: {
      units:
        draft.units === false
          ? []
          : names.map((id) => ({ name: `${id}县`, nameEn: id, sheet: id, class: 'district' as const })),
      teams: [],
    },
  };
  const program = compile(scheme, {});
  if ('problems' in program) throw new Error(JSON.stringify(program.problems));
  const compileWith = (): Program => program;
  const coverage = (draft.outside ?? []).map((text) => ({ text, notScoring: '说明' }));
  return examine({ program, compileWith, coverage, ...(draft.source !== undefined && { source: draft.source }) });
}

/** The findings of one code. */
export function only(code: SchemeFinding['code'], draft: DraftSheets): SchemeFinding[] {
  return findingsIn(draft).filter((one) => one.code === code);
}
