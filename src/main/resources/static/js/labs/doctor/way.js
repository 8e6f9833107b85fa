// The way in: the wall with its doors, the balancer's gate, what listens, what is read, the group, the targets' gate. A gate is
// shut and a listener is told only to who looked.
import { between, wayOf } from './layout.js';
import { addressesAt, isBroken, isInside, openedAt, valueAt } from './run.js';
import { ANY, letter } from '../elb/marks.js';

/** @typedef {import('../../scene/pen.js').Pen} Pen */
/** @typedef {import('../../scene/stage.js').Layout} Layout */
/** @typedef {import('../../scene/stage.js').Part} Part */

const HEADS = ['browser', 'doors', 'balancer-sg', 'listener', 'rule', 'group', 'target-sg', 'targets', 'health'];

/** @type {Part} */
export const heads = {
  name: 'heads',
  draw(pen, { L, run }) {
    const { c } = pen,
      { X, W, words, narrow } = L;
    pen.means('');
    pen.fill(0, 22, W, 1, c.rule);
    if (narrow) {
      pen.means('column.browser');
      pen.text(words('head.browser'), 0, 9, { color: c.ink3 });
      pen.means('column.doors');
      pen.text(words('head.doors'), X.wall, 9, { color: c.ink3, align: 'center' });
      pen.means('column.targets');
      pen.text(words('head.targets'), (X.target[0] + X.target[1]) / 2, 9, { color: c.ink3, align: 'center' });
      return;
    }
    const places = {
      browser: [0, 'left'],
      doors: [X.wall, 'center'],
      'balancer-sg': [X.balancerGate, 'center'],
      listener: [X.listener, 'center'],
      rule: [X.rule, 'center'],
      group: [X.group, 'center'],
      'target-sg': [X.targetGate + 8, 'center'],
      targets: [(X.target[0] + X.target[1]) / 2 + 10, 'center'],
      health: [X.health, 'left'],
    };
    let end = -Infinity;
    for (const head of HEADS) {
      if ((head === 'rule' && run.kind === 'nlb') || (head === 'balancer-sg' && !isGuarded(run))) continue;
      const [x, align] = places[head],
        text = words(`head.${head}`),
        from = align === 'center' ? x - pen.width(text) / 2 : x;
      if (from < end + 5) continue; // a tablet has no room for all; the list names them
      end = from + pen.width(text);
      pen.means(`column.${head}`);
      pen.text(text, x, 8, { color: c.ink3, align });
    }
  },
};

/** A Network Load Balancer need not have a security group of its own. */
const isGuarded = run => run.places.includes('balancer-sg');

/** @type {Part} */
export const ways = {
  name: 'ways',
  draw(pen, { L, run }) {
    const { c } = pen;
    pen.means('way');
    for (const door of [0, 1]) pen.path(wayOf(L, door, -1).slice(0, 6), c.rule2);
    for (const target of run.targets.keys()) pen.path(between(wayOf(L, 0, target), L.X.group, L.X.target[0]), c.rule2);
  },
};

/** @type {Part} */
export const things = {
  name: 'things',
  read: { addresses: ({ run, t }) => addressesAt(run, t), inside: ({ run, t }) => isInside(run, t) },
  draw(pen, { L, run, t, addresses, inside }) {
    wall(pen, L, inside);
    doors(pen, L, run, addresses, inside);
    if (isBroken(run, 'subnet-route', t)) {
      pen.means('shut');
      shut(pen, L.X.wall - (L.narrow ? 13 : 18), L.doorY[1], 12);
    }
    if (isGuarded(run)) for (const y of L.doorY) gate(pen, L, L.X.balancerGate, y, isBroken(run, 'balancer-sg', t));
    if (run.targets.length)
      for (const y of L.targetY.slice(0, run.targets.length))
        gate(pen, L, L.X.targetGate, y, isBroken(run, 'target-sg', t));
    if (isBroken(run, 'network-acl', t)) {
      pen.means('shut');
      for (const y of L.targetY) shut(pen, L.X.targetGate - (L.narrow ? 7 : 12), y, 10);
    }
    if (!L.narrow) {
      listener(pen, L, run, t);
      rule(pen, L, run, t);
    }
    bracket(pen, L);
  },
};

/** @param {Pen} pen  @param {Layout} L */
function wall(pen, { X, doorY, laneH, narrow }, inside) {
  const top = narrow ? 34 : 50,
    bottom = laneH - 40;
  pen.means('wall');
  let from = top;
  for (const y of inside ? [] : doorY) {
    pen.fill(X.wall - 0.75, from, 1.5, y - 15 - from, pen.c.edge);
    from = y + 15;
  }
  pen.fill(X.wall - 0.75, from, 1.5, bottom - from, pen.c.edge);
}

/** @param {Pen} pen  @param {Layout} L */
function doors(pen, { X, doorY, narrow }, run, addresses, inside) {
  const { c } = pen,
    lane = run.kind === 'nlb' ? 1 : 0,
    x = X.wall + (inside ? (narrow ? 11 : 20) : 0);
  doorY.forEach((y, door) => {
    const { zone } = run.doors[door],
      address = addresses[door];
    pen.means('');
    pen.fill(x - 11, y - 12, 22, 24, c.paper);
    pen.means('door');
    pen.tag(x, y, lane, narrow ? 7 : 9);
    if (!narrow)
      pen.halo(address ? `${zone}  ${address}` : zone, X.wall, y + (door ? 23 : -22), {
        color: inside ? c.slow : c.ink2,
        align: 'center',
      });
  });
}

/** @param {Pen} pen  @param {Layout} L */
function gate(pen, { narrow }, x, y, isShut) {
  const reach = narrow ? 11 : 14,
    gap = narrow ? 5 : 6;
  pen.means(isShut ? 'shut' : 'gate');
  if (isShut) return shut(pen, x, y, reach - 1);
  pen.line(x, y - reach, x, y - gap, pen.c.edge, 1.8);
  pen.line(x, y + gap, x, y + reach, pen.c.edge, 1.8);
}

/** @param {Pen} pen */
const shut = (pen, x, y, reach) => pen.line(x, y - reach, x, y + reach, pen.c.failMark, 2.6);

const LINE = 14; // px

/** What listens, once somebody has looked, and what was chosen since: a line each. @param {Pen} pen  @param {Layout} L */
function listener(pen, { X, middleY }, run, t) {
  const { c } = pen,
    seen = openedAt(run, 'listener', t),
    value = seen && valueAt(run, 'listener', t),
    ports = seen ? portsOf(value === seen.chosen ? seen.lines : [seen.values.find(({ id }) => id === value)?.text ?? '']) : ['?'],
    h = Math.max(38, ports.length * LINE + 10),
    w = 44;
  pen.means('listener');
  pen.fill(X.listener - w / 2, middleY - h / 2, w, h, c.sheet);
  pen.box(X.listener - w / 2 + 0.5, middleY - h / 2 + 0.5, w - 1, h - 1, c.edge, 1.1);
  ports.forEach((port, i) => {
    const y = middleY + (i - (ports.length - 1) / 2) * LINE + 0.5;
    pen.text(port, X.listener, y, { size: seen ? 12.5 : 17, color: c.ink2, align: 'center', weight: 700 });
  });
}

/** `HTTPS:443 → …` is `:443` in a narrow box; what names no port is not shortened to one. */
const portsOf = lines => {
  const ports = lines.flatMap(line => [...line.matchAll(/:(\d+)\b/g)]).map(([port]) => port);
  return ports.length ? [...new Set(ports)].slice(0, 3) : ['–'];
};

/** An opened letter where rules read it; a closed one where nobody reads. @param {Pen} pen  @param {Layout} L */
function rule(pen, { X, middleY }, run, t) {
  const { c } = pen,
    alb = run.kind === 'alb';
  pen.means('');
  pen.fill(X.rule - 20, middleY - 22, 40, 40, c.paper);
  pen.means('read');
  letter(pen, X.rule, middleY + 2, 30, ANY, alb);
  if (isBroken(run, 'rules', t)) {
    pen.means('error');
    pen.cross(X.rule, middleY + 2, 9, c.failMark, 2);
  }
}

/** @param {Pen} pen  @param {Layout} L */
function bracket(pen, { X, targetY }) {
  const [top, bottom] = [targetY[0] - 22, targetY[2] + 22];
  pen.means('group');
  pen.path([[X.group + 5, top], [X.group, top], [X.group, bottom], [X.group + 5, bottom]], pen.c.edge, 1.4);
}
