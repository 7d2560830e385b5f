/** The three methods of the notice by the keys of their words. */
export const METHOD_KEYS = { 听汇报: 'report', 查资料: 'papers', 实地查看: 'site' } as const;
