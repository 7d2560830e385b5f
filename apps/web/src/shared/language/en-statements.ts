import type { Messages } from './zh';

export const statementsEn: Messages['statements'] = {
  nav: 'Statements',
  names: { 'self-assessment': 'Self-assessment', appeal: 'Appeals' },
  lists: { 'self-assessment': 'Self-assessment and its review', appeal: 'Appeals and their review' },
  notInUse:
    'Self-assessment and appeal are not in use this year: the notice has neither. Where they are wanted, the office switches them on under “Closing”.',
  none: {
    'self-assessment':
      'No unit has assessed itself yet. Units state row by row while self-assessment is open; each row appears here.',
    appeal:
      'No appeals yet. A unit may appeal against single deductions once its report is received and appeal is open.',
  },
  chosen: 'A stage of the office’s own choice: the notice has none',
  asked:
    'The office asks for a self-assessment: state row by row what you would deduct. What is in order needs no proof.',
  askedLater:
    'The office asks for a self-assessment. It is not open yet: rows can be stated here from when the office opens it.',
  askedAfter:
    'The office asks for a self-assessment. It is not open yet: rows can be stated here once this is over and the office opens it: {{stages}}.',
  askedOver: 'The self-assessment is over: what was stated can no longer be changed.',
  amountMissed: 'An amount is needed. Where nothing is deducted, type 0, or press Esc and then Space.',
  ownPage: 'Your unit states and reads its self-assessment and its appeals on “My unit”.',
  toOwnPage: 'To “My unit”',
  appealsChosen: 'Appeals are the office’s own choice: the notice has none.',
  states: {
    none: 'Not stated',
    submitted: 'Submitted',
    withdrawn: 'Withdrawn',
    returned: 'Returned',
    accepted: 'Accepted',
    upheld: 'Upheld',
    rejected: 'Rejected',
  },
  done: '{{done}} of {{all}} rows stated.',
  selfHint:
    '↑ ↓ choose a row, Space: nothing to deduct in it, Enter: state a deduction. Rows supplied by the office or a division are not asked.',
  row: 'No.',
  deducted: 'Own deduction',
  state: 'State',
  unit: 'Unit',
  files: 'Evidence',
  statedAt: 'Submitted on',
  filter: 'Filter by unit (press /)',
  waiting: '{{waits}} of {{all}} wait for an answer',
  keys: '↑ ↓ choose · Enter opens · Enter on “Accept” accepts and opens the next · Esc closes · / filters',
  text: { 'self-assessment': 'Why (may stay empty where nothing is deducted)', appeal: 'Grounds of the appeal' },
  send: { 'self-assessment': 'Submit this row', appeal: 'Submit the appeal' },
  withdraw: 'Withdraw the appeal',
  withdrawHint:
    'Not answered yet: it can be withdrawn. It is then not decided, and can be submitted again while appeal is open.',
  withdrawnHint: 'This appeal is withdrawn and will not be decided. It can be submitted again while appeal is open.',
  close: 'Close',
  opened: 'Row {{row}}',
  upload: 'Upload evidence',
  removeFile: 'Leave out {{name}}',
  lastAnswer: 'Answered before:',
  finding: 'To change:',
  appealsUnread:
    'All deductions stand below. The appeals against them could not be read, so it is not shown which have one, and none can be made now.',
  appealRow: 'Appeal against this deduction in row {{row}}',
  appealNow: 'Appeal',
  appeal: 'Appeal',
  stake: {
    ifUpheld: 'If upheld:',
    sheet: 'Sheet',
    total: 'Total',
    grade: 'Grade',
    rank: 'Rank',
    same: '{{value}}, unchanged',
    notYet: 'Total, grade and rank are shown once both the routine assessment and the leader rating are closed.',
    byRegister: 'A register decides this deduction: the score follows when the register is corrected.',
  },
  reason: 'Reason (the unit reads it)',
  findingField: 'If upheld: which finding is to change (for the team)',
  outcome: { accepted: 'Accept', returned: 'Return this row', upheld: 'Uphold', rejected: 'Reject' },
  upheldHint: 'Upholding does not change the score: reopen the report, and the team changes and signs it again.',
  toReport: 'To the report, to reopen it',
  scoredIt:
    'You scored this unit (or signed its report), so you do not decide this appeal. Somebody who took no part does.',
};
