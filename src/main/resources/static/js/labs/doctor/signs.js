// What the stage of the doctor is written in: columns from left to right, then the way, the probes and their ends, the targets
// and what is believed of them, and the bar of time.
import { healthMark } from './health.js';
import { ANY, letter } from '../elb/marks.js';
import { endMark } from './probes.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */

const end = how => pen => endMark(pen, 10, 8, how),
  belief = state => pen => healthMark(pen, 10, 8, state),
  socket = alone => pen => {
    const { g, c } = pen;
    g.strokeStyle = alone ? c.failMark : c.ink2;
    g.lineWidth = 1.6;
    g.beginPath();
    if (alone) g.arc(10, 8, 6, 0, Math.PI * 2);
    else g.arc(10, 8, 6, -Math.PI * 0.75, Math.PI * 0.75);
    g.stroke();
    pen.disc(10, 8, 2, alone ? c.failMark : c.ink2);
  };

/** @type {import('../signs.js').Sign[]} */
export const signs = [
  ['column.browser'],
  ['column.doors'],
  ['column.balancer-sg'],
  ['column.listener'],
  ['column.rule'],
  ['column.group'],
  ['column.target-sg'],
  ['column.targets'],
  ['column.health'],
  [
    'window',
    pen => {
      pen.box(2.5, 2.5, 15, 11, pen.c.ink2, 1.2);
      pen.line(2, 5.5, 18, 5.5, pen.c.ink2, 1.2);
    },
  ],
  ['answer', pen => pen.text('504', 10, 8, { color: pen.c.fail, align: 'center', weight: 700, size: 11 })],
  ['count', pen => pen.text('3/9', 10, 8, { color: pen.c.fail, align: 'center', weight: 700, size: 11 })],
  ['way', pen => pen.path([[1, 12], [8, 4], [19, 4]], pen.c.rule2)],
  ['wall', pen => pen.fill(9.25, 1, 1.5, 14, pen.c.edge)],
  ['door', pen => pen.tag(10, 8, 0, 7)],
  [
    'gate',
    pen => {
      pen.line(10, 1, 10, 5, pen.c.edge, 1.8);
      pen.line(10, 11, 10, 15, pen.c.edge, 1.8);
    },
  ],
  ['shut', pen => pen.line(10, 1, 10, 15, pen.c.failMark, 2.6)],
  [
    'listener',
    pen => {
      pen.box(3.5, 1.5, 13, 13, pen.c.edge, 1.1);
      pen.text('?', 10, 8, { color: pen.c.ink2, align: 'center', weight: 700 });
    },
  ],
  ['read', pen => letter(pen, 10, 10, 16, ANY, true)],
  ['error', pen => pen.cross(10, 8, 5, pen.c.failMark, 2)],
  ['group', pen => pen.path([[13, 2], [8, 2], [8, 14], [13, 14]], pen.c.edge, 1.4)],
  ['number', pen => pen.ring(10, 8, 6, pen.c.jjok, 1.2)],
  ['subnet', pen => pen.box(4, 2, 12, 12, pen.c.jjok, 1.4)],
  ['probe', pen => pen.path([[1, 12], [8, 5], [19, 5]], pen.c.jjok, 2)],
  ['unknown', pen => pen.path([[1, 8], [19, 8]], pen.c.jjok, 1.4, [1.5, 4])],
  ['end.arrived', end('arrived')],
  ['end.silent', end('silent')],
  ['end.refused', end('refused')],
  ['end.answered', end('answered')],
  ['letter', pen => letter(pen, 10, 8, 16, ANY, false)],
  ['waiting', pen => pen.ring(10, 8, 3.8, pen.c.slowMark, 1.7)],
  ['arrived', pen => pen.disc(10, 8, 3, pen.c.req)],
  ['failed', pen => pen.cross(10, 8, 5, pen.c.failMark, 2.1)],
  ['answered', pen => pen.fill(8.75, 2, 2.5, 12, pen.c.req)],
  ['target', pen => pen.box(2.5, 3.5, 15, 9, pen.c.edge, 1.1)],
  [
    'unhealthy',
    pen => {
      pen.line(2, 2, 2, 14, pen.c.failMark, 2.2);
      pen.box(5.5, 3.5, 12, 9, pen.c.failMark, 1.5);
    },
  ],
  ['job', pen => pen.ring(10, 8, 3.8, pen.c.slowMark, 1.7)],
  ['no-target', pen => pen.box(2.5, 3.5, 15, 9, pen.c.edge, 1, [1, 4])],
  ['socket', socket(false)],
  ['socket-alone', socket(true)],
  ['healthy', belief('healthy')],
  ['out', belief('unhealthy')],
  ['unasked', belief('initial')],
  ['health', pen => pen.fill(2, 6, 16, 4, pen.c.ink)],
  ['reason', pen => pen.fill(2, 7, 16, 2, pen.c.ink2)],
  ['streak', pen => pen.text('3/5', 10, 8, { align: 'center', size: 11 })],
  ['health-line', pen => pen.path([[1, 8], [19, 8]], pen.c.failMark, 2, [4, 2.5])],
];
