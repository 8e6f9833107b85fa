// What the stage of the lab is written in: columns from left to right, then signs from the arrival to the answer.

/** @type {import('../signs.js').Sign[]} */
export const signs = [
  ['column.arrivals'],
  ['column.sees'],
  ['column.queue'],
  ['column.serve'],
  ['column.target'],
  ['column.use'],
  ['column.response'],
  ['column.errors'],
  ['request', pen => [3, 9, 16].forEach((x, i) => pen.disc(x, 8, [1.9, 3.2, 2.4][i], pen.c.req))],
  ['decides', pen => pen.tag(10, 8, 0, 7)],
  ['way', pen => pen.path([[1, 12], [9, 11], [11, 5], [19, 4]], pen.c.ink2, 1.6)],
  [
    'cut',
    pen => {
      pen.path([[1, 8], [15, 8]], pen.c.edge, 1, [2, 3]);
      pen.line(16, 3, 16, 13, pen.c.failMark, 2);
    },
  ],
  [
    'latest',
    pen => {
      pen.ring(10, 8, 5.5, pen.c.ink, 1.1);
      pen.disc(10, 8, 2.4, pen.c.req);
    },
  ],
  ['seen', pen => pen.text('3', 10, 8.5, { align: 'center', color: pen.c.ink2 })],
  [
    'chosen',
    pen => {
      pen.box(3.5, 1.5, 13, 13, pen.c.ink2, 1.2);
      pen.text('0', 10, 8.5, { align: 'center', color: pen.c.ink, weight: 700 });
    },
  ],
  ['waiting', pen => [4, 9, 14].forEach((x, i) => pen.fill(x, 8 - 2 * i, 3, 6 + 2 * i, pen.c.req))],
  ['long', pen => pen.fill(8, 1, 3.2, 14, pen.c.slowMark)],
  ['count', pen => pen.text('24', 10, 8.5, { align: 'center', weight: 700 })],
  ['full', pen => pen.fill(8.5, 1, 2.6, 14, pen.c.failMark)],
  ['box', pen => pen.box(2.5, 2.5, 15, 11, pen.c.edge, 1.2)],
  [
    'serving',
    pen => {
      pen.box(2.5, 2.5, 15, 11, pen.c.edge, 1.2);
      pen.fill(3, 3, 8, 10, pen.c.reqSoft);
      pen.fill(10, 4, 3.2, 8, pen.c.req);
    },
  ],
  [
    'slow',
    pen => {
      pen.hatch(2.5, 2.5, 15, 11, pen.c.slowMark);
      pen.box(2.5, 2.5, 15, 11, pen.c.slowMark, 1.2);
    },
  ],
  [
    'stopped',
    pen => {
      pen.box(2.5, 2.5, 15, 11, pen.c.failMark, 1.5, [4, 3]);
      pen.cross(10, 8, 3, pen.c.failMark, 1.6);
    },
  ],
  ['unaware', pen => pen.text('!', 10, 8.5, { align: 'center', color: pen.c.fail, weight: 700 })],
  ['checking', pen => pen.text('…', 10, 6, { align: 'center', color: pen.c.ink2, weight: 700 })],
  [
    'use',
    pen => {
      pen.fill(2, 9, 16, 1.5, pen.c.rule);
      pen.fill(2, 9, 9, 1.5, pen.c.reqSoft);
    },
  ],
  ['done', pen => pen.disc(10, 8, 1.9, pen.c.reqSoft)],
  ['pile', pen => [3, 8, 5, 11, 6].forEach((h, i) => pen.fill(2 + 3.4 * i, 14 - h, 2.6, h, pen.c.reqSoft))],
  [
    'percentiles',
    pen => {
      [3, 8, 5].forEach((h, i) => pen.fill(2 + 3.4 * i, 14 - h, 2.6, h, pen.c.reqSoft));
      pen.fill(14, 1, 1.6, 13, pen.c.ink);
    },
  ],
  [
    'scale',
    pen => {
      pen.fill(1, 11, 18, 1, pen.c.edge);
      for (const x of [2, 9, 13, 16, 18]) pen.fill(x, 4, 1, 8, pen.c.rule2);
    },
  ],
  ['failed', pen => pen.cross(10, 8, 4, pen.c.failMark, 2)],
  ['rejected', pen => pen.fill(5, 7, 10, 2.6, pen.c.failMark)],
  ['imbalance', pen => [4, 12, 7].forEach((h, i) => pen.fill(3 + 5 * i, 14 - h, 4, h, pen.c.reqSoft))],
  ['rolling', pen => pen.path([[1, 12], [6, 9], [10, 11], [14, 4], [19, 6]], pen.c.laneA, 1.7)],
];
