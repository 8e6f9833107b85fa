// What the stage of the lab is written in: columns from left to right, then signs from the sender to the server.
import { letter, person } from './glyphs.js';

const sender = kind => pen => person(pen, 10, 8, kind, 6);

/** @type {import('../signs.js').Sign[]} */
export const signs = [
  ['column.senders'],
  ['column.doors'],
  ['column.desk'],
  ['column.targets'],
  ['column.bars'],
  ['lane', pen => pen.tag(10, 8, 0, 7)],
  ['sender.browser', sender('browser')],
  ['sender.partner', sender('partner')],
  ['sender.chat', sender('chat')],
  ['sender.silent-chat', sender('silent-chat')],
  ['sender.messenger', sender('messenger')],
  ['sender.heavy', sender('heavy')],
  ['sender.game', sender('game')],
  ['sender.server', sender('server')],
  ['letter', pen => letter(pen, 10, 8, 15, 0)],
  ['letter-open', pen => letter(pen, 10, 10, 14, 1, true)],
  ['sign', pen => pen.box(2.5, 3.5, 15, 9, pen.c.ink2, 1.2)],
  ['wall', pen => [pen.fill(9, 0, 1.5, 5, pen.c.edge), pen.fill(9, 11, 1.5, 5, pen.c.edge)]],
  ['wall-internal', pen => pen.fill(9, 0, 1.5, 16, pen.c.edge)],
  ['no-wall', pen => pen.path([[10, 0], [10, 16]], pen.c.edge, 1.2, [1, 4])],
  ['door', pen => pen.tag(10, 8, 1, 6)],
  [
    'dark',
    pen => {
      pen.box(3.5, 1.5, 13, 13, pen.c.failMark, 1.4, [4, 3]);
      pen.cross(10, 8, 4, pen.c.failMark, 1.8);
    },
  ],
  ['address', pen => pen.text('203.', 10, 8.5, { size: 11, align: 'center', color: pen.c.ink2 })],
  ['address-new', pen => pen.text('203.', 10, 8.5, { size: 11, align: 'center', color: pen.c.slow, weight: 700 })],
  ['way', pen => pen.path([[1, 4], [8, 5], [12, 9], [19, 9]], pen.c.rule2, 1)],
  ['thread', pen => pen.path([[1, 12], [8, 11], [12, 6], [19, 5]], pen.c.rule2, 1)],
  ['thread-through', pen => pen.path([[1, 12], [8, 11], [12, 6], [19, 5]], pen.c.edge, 1.3)],
  ['desk', pen => letter(pen, 10, 8, 18, 0)],
  ['fan', pen => pen.path([[1, 8], [8, 7], [19, 2]], pen.c.rule2, 1)],
  ['no-listener', pen => pen.path([[1, 8], [8, 9], [19, 14]], pen.c.edge, 1, [1, 4])],
  ['gate', pen => [pen.fill(9, 1, 1.6, 4, pen.c.edge), pen.fill(9, 11, 1.6, 4, pen.c.edge)]],
  ['gate-shut', pen => pen.fill(9, 1, 2.6, 14, pen.c.failMark)],
  ['service', pen => [6, 10, 14].forEach(x => pen.fill(x - 1, 3, 2, 10, pen.c.ink2))],
  ['service-name', pen => pen.text('/api', 10, 8.5, { size: 11, align: 'center', color: pen.c.ink })],
  ['target', pen => pen.box(2.5, 3.5, 15, 9, pen.c.edge, 1.1)],
  ['received', pen => pen.text('38', 10, 8.5, { align: 'center', color: pen.c.ink2 })],
  ['single', pen => pen.box(5.5, 1.5, 9, 13, pen.c.edge, 1.2)],
  [
    'chosen',
    pen => {
      pen.box(4.5, 4.5, 11, 7, pen.c.edge, 1.1);
      pen.box(1.5, 1.5, 17, 13, pen.c.ink, 1.6);
    },
  ],
  [
    'gone',
    pen => {
      pen.box(2.5, 2.5, 15, 11, pen.c.failMark, 1.5, [3.5, 2.5]);
      pen.cross(10, 8, 3.6, pen.c.failMark, 1.8);
    },
  ],
  ['known', pen => pen.fill(4, 1, 2.2, 14, pen.c.failMark)],
  ['strange', pen => pen.cross(10, 8, 3.4, pen.c.failMark, 1.6)],
  ['turned-away', pen => pen.cross(10, 8, 4.4, pen.c.failMark, 1.9)],
  ['pile', pen => [pen.cross(5, 8, 3, pen.c.failMark, 1.8), pen.text('4', 13, 8.5, { align: 'center', color: pen.c.fail, weight: 700 })]],
  ['waiting', pen => pen.ring(10, 8, 4, pen.c.slowMark, 1.7, pen.c.paper)],
  [
    'bar',
    pen => {
      pen.box(1.5, 4.5, 17, 7, pen.c.rule2);
      pen.fill(1.5, 4.5, 9, 7, pen.c.ink2);
    },
  ],
  ['bar-failed', pen => [5, 10, 15].forEach(x => pen.cross(x, 8, 2.2, pen.c.failMark, 1.1))],
  ['share', pen => pen.text('%', 10, 8.5, { align: 'center', color: pen.c.ink, weight: 700 })],
  ['failed', pen => pen.cross(10, 8, 4, pen.c.failMark, 2)],
  ['failed-share', pen => pen.path([[1, 12], [6, 9], [10, 11], [14, 4], [19, 6]], pen.c.laneA, 1.7)],
];
