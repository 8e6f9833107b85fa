const NAMES = [
  'paper',
  'sheet',
  'well',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-2',
  'edge',
  'jjok',
  'jjok-wash',
  'on-jjok',
  'slow',
  'slow-mark',
  'slow-wash',
  'fail',
  'fail-mark',
  'fail-wash',
  'lane-a',
  'lane-b',
  'lane-c',
  'lane-d',
  'req',
  'req-soft',
  'wait-metric',
  'wait-alarm',
  'wait-boot',
  'wait-check',
  'sans',
];
const camel = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The colours and the typeface of the theme that is on, read from the page's variables: { ink, ink2, laneA, … }. */
export function palette(root = document.documentElement) {
  const style = getComputedStyle(root);
  return Object.fromEntries(NAMES.map(name => [camel(name), style.getPropertyValue(`--${name}`).trim()]));
}
