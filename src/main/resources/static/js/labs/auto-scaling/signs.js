// What the stage of the lab is written in: columns, what lies on the paper, states of instances, what a policy sees and does, and
// what came of it.
import { drawRest, drawState } from './states.js';

const state = name => pen => drawState(pen, { state: name }, 1, 4, 18, 8, { large: true }),
  wait = color => pen => pen.fill(1, 3, 18, 10, pen.c[color]);

/** @type {import('../signs.js').Sign[]} */
export const signs = [
  ['column.paper'],
  ['column.now'],
  ['column.outside'],
  ['demand', pen => pen.path([[1, 12], [7, 11], [11, 4], [19, 6]], pen.c.ink, 1.7)],
  ['capacity', pen => pen.path([[1, 12], [9, 12], [9, 5], [19, 5]], pen.c.ink3, 1.2)],
  ['no-room', pen => [5, 12].forEach(x => [4, 11].forEach(y => pen.cross(x + 1, y, 2.3, pen.c.failMark, 1.5)))],
  ['outside', pen => pen.fill(1, 6, 18, 4, pen.c.slowMark)],
  ['short', pen => pen.path([[10, 1], [10, 15]], pen.c.ink3, 1, [2, 3])],
  ['wait-metric', wait('waitMetric')],
  ['wait-alarm', wait('waitAlarm')],
  ['wait-boot', wait('waitBoot')],
  ['wait-check', wait('waitCheck')],
  [
    'wait-rest',
    pen => {
      pen.hatching(1, 3, 18, 10, pen.c.edge, 4);
      pen.box(1.5, 3.5, 17, 9, pen.c.edge);
    },
  ],
  ['wait-full', wait('failMark')],
  ['rows', pen => pen.text('10', 10, 8.5, { align: 'center', color: pen.c.ink3 })],
  ['clock', pen => pen.text('12', 10, 8.5, { align: 'center', color: pen.c.ink3 })],
  ['requested', state('requested')],
  ['pending', state('pending')],
  ['starting', state('starting')],
  ['checking', state('checking')],
  ['warming', state('warming')],
  ['in-service', state('in-service')],
  ['draining', state('draining')],
  ['stopped', state('stopped')],
  ['failed', state('failed')],
  [
    'busy',
    pen => {
      state('in-service')(pen);
      pen.fill(1, 4, 11, 8, pen.c.reqSoft);
    },
  ],
  [
    'late',
    pen => {
      pen.fill(1, 4, 18, 8, pen.c.slowWash);
      pen.hatch(1, 4, 18, 8, pen.c.slowMark, 5);
    },
  ],
  ['p99', pen => pen.text('ms', 10, 8, { size: 11, align: 'center', color: pen.c.ink2, weight: 700 })],
  ['zone', pen => pen.path([[12, 2], [9, 2], [9, 14], [12, 14]], pen.c.edge, 1.2)],
  ['pen', pen => pen.fill(9, 1, 1.6, 14, pen.c.jjok)],
  ['activity', pen => pen.ring(10, 8, 3.6, pen.c.edge, 1.4, pen.c.sheet)],
  ['cooldown', pen => drawRest(pen, 2, 6, 16)],
  ['metric', pen => pen.text('%', 10, 8.5, { align: 'center', color: pen.c.ink3 })],
  ['datapoint', pen => [4, 10, 16].forEach((x, i) => pen.disc(x, 10 - 3 * i, [1.4, 1.4, 2.2][i], i === 2 ? pen.c.ink : pen.c.reqSoft))],
  ['threshold', pen => pen.path([[1, 8], [19, 8]], pen.c.edge)],
  [
    'alarm',
    pen => {
      [2, 8].forEach(x => pen.fill(x, 4, 5, 8, pen.c.ink));
      pen.box(14.5, 4.5, 4, 7, pen.c.rule2);
    },
  ],
  ['cost', pen => pen.text('$', 10, 8.5, { align: 'center', color: pen.c.ink, weight: 700 })],
  ['hours', pen => pen.text('h', 10, 8, { align: 'center', color: pen.c.ink, weight: 700 })],
  ['demand-ahead', pen => [4, 8, 11, 6].forEach((h, i) => pen.fill(2 + 4 * i, 14 - h, 4, h, pen.c.rule2))],
  ['capacity-ahead', pen => pen.path([[1, 12], [8, 12], [8, 5], [19, 5]], pen.c.laneA, 1.6)],
];
