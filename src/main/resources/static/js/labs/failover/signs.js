// What the stage of the lab is written in: columns from left to right, those of the way in after them, then clients, the name,
// zones and machines, the log, and the lines of the clients' lives.
import { severed } from './cells.js';
import { clientMark } from './clients.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */

const cell = color => pen => pen.fill(8, 2, 4, 12, pen.c[color]),
  client = state => pen => clientMark(pen, 10, 8, state, 5),
  machine = (color, inside, dash = []) => pen => {
    if (inside) pen.fill(2, 3, 16, 10, pen.c[inside]);
    pen.box(2.5, 3.5, 15, 9, pen.c[color], 1.3, dash);
  };

/** @param {Pen} pen */
function board(pen) {
  const { g, c } = pen;
  pen.path([[2, 3], [13, 3], [18, 8], [13, 13], [2, 13], [2, 3]], c.ink2, 1.3);
  g.lineJoin = 'miter';
}

/** @type {import('../signs.js').Sign[]} */
export const signs = [
  ['column.clients'],
  ['column.name'],
  ['column.zones'],
  ['column.lines'],
  ['column.lost'],
  ['column.way-users'],
  ['column.way-name'],
  ['column.way-zones'],
  ['column.way-lines'],
  ['connected', client('connected')],
  ['waiting', client('waiting')],
  ['retrying', client('retrying')],
  ['old-address', client('old-address')],
  ['down', client('down')],
  ['write', pen => pen.disc(10, 8, 2.6, pen.c.req)],
  ['read', pen => pen.ring(10, 8, 2.4, pen.c.reqSoft, 1.2)],
  ['signpost', board],
  ['proxy', machine('ink2', 'sheet')],
  ['wire', pen => pen.path([[1, 4], [8, 5], [12, 11], [19, 12]], pen.c.ink, 1.7)],
  ['remembered', pen => pen.path([[1, 4], [8, 5], [12, 11], [19, 12]], pen.c.slowMark, 1.6, [2, 3])],
  ['zone', pen => pen.box(1.5, 2.5, 17, 11, pen.c.edge)],
  ['empty', pen => pen.box(1.5, 2.5, 17, 11, pen.c.edge, 1, [1, 4])],
  [
    'dark',
    pen => {
      pen.hatching(1.5, 2.5, 17, 11, pen.c.rule2, 5);
      pen.box(1.5, 2.5, 17, 11, pen.c.failMark, 1.5, [5, 3]);
    },
  ],
  ['cut', pen => pen.box(1.5, 2.5, 17, 11, pen.c.failMark, 1.5, [5, 3])],
  ['writes', machine('req', 'req')],
  ['standby', machine('edge', 'sheet')],
  [
    'coming',
    pen => {
      machine('edge', 'sheet')(pen);
      pen.fill(3, 4, 8, 8, pen.c.reqSoft);
    },
  ],
  [
    'gone',
    pen => {
      machine('failMark', 'paper', [4, 3])(pen);
      pen.cross(10, 8, 3, pen.c.failMark, 1.8);
    },
  ],
  ['two-writers', machine('failMark', 'req', [4, 3])],
  ['gate', pen => pen.tag(10, 8, 0, 7)],
  ['nobody', pen => pen.emptyTag(10, 8, 0, 7)],
  ['first', cell('req')],
  ['copy', cell('reqSoft')],
  ['unconfirmed', pen => pen.box(8.5, 2.5, 4, 11, pen.c.edge)],
  ['lost', pen => pen.box(8.5, 2.5, 4, 11, pen.c.failMark, 1.2)],
  ['out-of-reach', pen => severed(pen, 8, 8, 4, 6)],
  ['tenth', pen => [5, 9, 13].forEach((x, i) => (i === 1 ? pen.fill(x, 12, 3, 2, pen.c.ink3) : undefined, pen.fill(x, 2, 3, 8, pen.c.reqSoft)))],
  ['newest', pen => pen.text('#80', 10, 8.5, { size: 11, align: 'center', color: pen.c.ink })],
  ['stopped-at', pen => pen.text('#41', 10, 8.5, { size: 11, align: 'center', color: pen.c.ink3 })],
  [
    'copying',
    pen => {
      pen.line(10, 0, 10, 16, pen.c.rule2);
      pen.fill(8, 4, 4, 8, pen.c.req);
    },
  ],
  [
    'confirming',
    pen => {
      pen.line(10, 0, 10, 16, pen.c.rule2);
      pen.ring(10, 8, 2.8, pen.c.ink2, 1.4, pen.c.paper);
    },
  ],
  [
    'backup',
    pen => {
      [4, 13].forEach(x => pen.fill(x, 4, 3, 8, pen.c.reqSoft));
      pen.fill(9.5, 1, 1.5, 14, pen.c.ink2);
    },
  ],
  ['life', pen => pen.fill(1, 7.2, 18, 1.6, pen.c.req)],
  ['silent', pen => pen.fill(1, 6, 18, 4, pen.c.slowMark)],
  [
    'old-line',
    pen => {
      pen.fill(1, 5, 18, 6, pen.c.slowWash);
      pen.box(1.5, 5.5, 17, 5, pen.c.slowMark);
    },
  ],
  ['dark-line', pen => pen.path([[1, 8], [19, 8]], pen.c.failMark, 1.4, [2, 2])],
  ['failed', pen => pen.cross(10, 8, 4, pen.c.failMark, 2)],
  ['jvm', pen => pen.path([[12, 2], [9, 2], [9, 14], [12, 14]], pen.c.edge, 1.2)],
  [
    'phase',
    pen => {
      pen.ring(10, 8, 6.5, pen.c.edge, 1.3, pen.c.sheet);
      pen.text('2', 10, 8.8, { align: 'center', color: pen.c.ink, weight: 700 });
    },
  ],
  ['out', pen => pen.path([[1, 8], [19, 8]], pen.c.failMark, 2)],
  ['some-out', pen => pen.path([[1, 8], [19, 8]], pen.c.slowMark, 2, [5, 3])],
  ['outage', pen => pen.text('s', 10, 8, { align: 'center', color: pen.c.ink, weight: 700 })],
  ['way', pen => pen.path([[1, 8], [12, 8], [9, 4], [12, 8], [9, 12]], pen.c.ink2, 1.4)],
  ['way-failed', pen => pen.cross(10, 8, 3, pen.c.failMark, 1.6)],
  ['node', machine('edge', 'sheet')],
  ['node-way', pen => pen.path([[1, 4], [8, 5], [12, 11], [19, 12]], pen.c.ink, 1.5)],
  ['target', pen => pen.fill(5, 2, 10, 12, pen.c.req)],
  [
    'target-out',
    pen => {
      pen.hatch(5, 2, 10, 12, pen.c.edge, 4);
      pen.box(5.5, 2.5, 9, 11, pen.c.edge, 1.2);
    },
  ],
  ['target-way', pen => pen.path([[1, 8], [19, 8]], pen.c.edge, 1.2)],
  [
    'target-cut',
    pen => {
      pen.path([[1, 8], [19, 8]], pen.c.edge, 1.2, [1.5, 3]);
      pen.line(8, 3, 8, 13, pen.c.failMark, 2.2);
    },
  ],
  ['rate', pen => pen.path([[1, 4], [8, 4], [8, 13], [13, 13], [13, 5], [19, 5]], pen.c.laneA, 1.7)],
];
