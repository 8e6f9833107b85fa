// What the stage is written in: columns from left to right, who sends, letters, doors, threads, what is read, targets, and what
// was delivered.
import { letter, sender, strokes } from './marks.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */

const who = kind => pen => sender(pen, 10, 8, kind, 6.5, kind === 'silent-chat' ? pen.c.edge : pen.c.ink2),
  post = (service, open) => pen => letter(pen, 10, open ? 9.5 : 8, 17, service, open),
  box = (color, dash = []) => pen => {
    pen.fill(3, 2, 14, 12, pen.c.sheet);
    pen.box(3.5, 2.5, 13, 11, pen.c[color], 1.3, dash);
  },
  words = pen => {
    pen.fill(2, 6, 16, 1.4, pen.c.ink2);
    pen.fill(2, 10, 10, 1.4, pen.c.ink2);
  },
  curve = (color, width, dash = []) => pen => pen.path([[1, 3], [7, 4], [12, 11], [19, 12]], pen.c[color], width, dash),
  crossed = n => pen => {
    pen.cross(6, 8, 3.2, pen.c.failMark, 1.7);
    for (let i = 0; i < n; i++) pen.fill(12 + i * 3, 4.5, 1.4, 7, pen.c.fail);
  };

/** @type {import('../signs.js').Sign[]} */
export const signs = [
  ['column.senders'],
  ['column.doors'],
  ['column.desk'],
  ['column.targets'],
  ['column.delivered'],
  ['column.failed'],
  ['browser', who('browser')],
  ['partner', who('partner')],
  ['chat', who('chat')],
  ['silent-chat', who('silent-chat')],
  ['messenger', who('messenger')],
  ['heavy', who('heavy')],
  ['game', who('game')],
  ['server', who('server')],
  ['sealed', post(1, false)],
  ['opened', post(1, true)],
  ['parcel', post(3, false)],
  ['datagram', post(4, false)],
  ['board', pen => pen.box(1.5, 3.5, 17, 9, pen.c.ink2, 1.3)],
  ['wall', pen => pen.fill(9.2, 0, 1.6, 16, pen.c.edge)],
  ['no-wall', pen => pen.path([[10, 0], [10, 16]], pen.c.edge, 1.4, [1, 4])],
  ['door', pen => pen.tag(10, 8, 0, 7)],
  [
    'dark-door',
    pen => {
      pen.box(3.5, 1.5, 13, 13, pen.c.failMark, 1.4, [4, 3]);
      pen.cross(10, 8, 3.4, pen.c.failMark, 1.8);
    },
  ],
  ['address', words],
  ['fresh', pen => pen.fill(2, 6.5, 16, 3, pen.c.slow)],
  ['delisted', pen => pen.fill(2, 6.5, 16, 3, pen.c.fail)],
  ['thread', curve('edge', 1.2)],
  ['thread-through', curve('edge', 1.8)],
  ['envelope', words],
  [
    'reading',
    pen => {
      pen.fill(2, 5, 16, 2.4, pen.c.ink);
      pen.fill(2, 10, 9, 1.2, pen.c.ink2);
    },
  ],
  ['decision', pen => pen.path([[2, 8], [16, 8], [12, 5], [16, 8], [12, 11]], pen.c.ink2, 1.4)],
  [
    'not-taken',
    pen => {
      letter(pen, 10, 8, 17, 1, false, 0.5);
      pen.cross(10, 8, 3.6, pen.c.failMark, 2);
    },
  ],
  ['fan', curve('rule2', 1.2)],
  ['chosen', curve('ink', 1.9)],
  ['no-listener', curve('rule2', 1.2, [1, 4])],
  [
    'gate',
    pen => {
      pen.fill(9.2, 1, 1.7, 5, pen.c.edge);
      pen.fill(9.2, 10, 1.7, 5, pen.c.edge);
    },
  ],
  ['shut', pen => pen.fill(8.6, 1, 2.8, 14, pen.c.failMark)],
  ['strokes', pen => strokes(pen, 10, 8, 1, 6, pen.c.ink2)],
  ['target', box('edge')],
  [
    'received',
    pen => {
      box('edge')(pen);
      pen.fill(7, 7, 6, 2, pen.c.ink2);
    },
  ],
  [
    'ringed',
    pen => {
      pen.box(5.5, 4.5, 9, 7, pen.c.edge, 1.1);
      pen.box(2.5, 1.5, 15, 13, pen.c.ink, 1.6);
    },
  ],
  [
    'stopped',
    pen => {
      box('failMark', [3.5, 2.5])(pen);
      pen.cross(10, 8, 3.6, pen.c.failMark, 1.8);
    },
  ],
  [
    'known',
    pen => {
      pen.fill(2, 1, 2.4, 14, pen.c.failMark);
      pen.box(7, 2.5, 10, 11, pen.c.edge, 1.2);
    },
  ],
  ['single', pen => pen.box(5.5, 0.5, 9, 15, pen.c.edge, 1.3)],
  ['strange', crossed(2)],
  ['fallen', crossed(1)],
  ['refused', pen => pen.cross(10, 8, 4, pen.c.failMark, 1.9)],
  [
    'wrong',
    pen => {
      letter(pen, 10, 9.5, 17, 1, true, 0.55);
      pen.cross(10, 9, 3.6, pen.c.failMark, 1.9);
    },
  ],
  ['waiting', pen => pen.ring(10, 8, 4.4, pen.c.slowMark, 1.8, pen.c.paper)],
  ['service', words],
  [
    'bar',
    pen => {
      pen.box(1.5, 4.5, 17, 7, pen.c.rule2);
      pen.fill(1, 4, 12, 8, pen.c.req);
    },
  ],
  ['missed', pen => [5, 10, 15].forEach(x => pen.cross(x, 8, 2.2, pen.c.failMark, 1.3))],
  ['percent', words],
  ['failures', crossed(0)],
  ['failed', pen => pen.cross(10, 8, 4, pen.c.failMark, 1.9)],
  ['layer', words],
  ['how', words],
  ['share', curve('ink', 1.7)],
];
