/** Where the demonstration's facts lie, and the day they are looked at. */
export const EXAMPLES = new URL('../../../../examples/', import.meta.url);

export const DEMONSTRATION_YEAR = '2019';

export const DEMONSTRATION = {
  scheme: 'zhengzhou-2019',
  file: 'zhengzhou-2019-demonstration.facts.yaml',
  /** The day on which the made-up year is looked at: the third of the four days on site. */
  date: '2020-01-16',
} as const;
