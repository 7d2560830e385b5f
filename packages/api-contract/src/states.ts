/** The states things go through, as people say them: one wording in every message, whatever the thing is. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

export const STATE_WORDS = {
  none: { zh: '还没有', en: 'not there yet' },
  draft: { zh: '起草中', en: 'a draft' },
  submitted: { zh: '已提交', en: 'submitted' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  signed: { zh: '已签署', en: 'signed' },
  received: { zh: '已接收', en: 'received' },
  returned: { zh: '已退回', en: 'returned' },
  accepted: { zh: '已通过', en: 'accepted' },
  upheld: { zh: '申诉成立', en: 'upheld' },
  rejected: { zh: '申诉不成立', en: 'rejected' },
  computed: { zh: '已计算', en: 'computed' },
  frozen: { zh: '已冻结', en: 'frozen' },
  approved: { zh: '已审定', en: 'approved' },
  published: { zh: '已通报', en: 'published' },
} as const satisfies Record<string, Words>;

/** A state of a report, a rating form, a statement or a result. */
export type State = keyof typeof STATE_WORDS;
