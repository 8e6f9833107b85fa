// The desk: one letter, the same in every lane, large. Above it the envelope, below it what was read and why it goes where it goes.
import { doors, inside, look, middle, rows } from './facts.js';
import { letter } from './glyphs.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

/** @type {Part} */
export const desk = {
  name: 'desk',
  read: { rows, middle, look, doors, inside },
  above(pen, { L }) {
    pen.means('column.desk');
    pen.text(L.words(L.narrow ? 'column.desk.short' : 'column.desk'), L.desk, 8, { color: pen.c.ink3, align: 'center' });
  },
  draw(pen, now) {
    const { lane, L, look, middle } = now;
    if (look < 0 || lane.single) return;
    if (L.narrow) drawSmall(pen, now);
    else drawLarge(pen, now, linesOf(L, middle));
  },
};

const opens = (lane, service) => lane.balancer !== 'nlb' && service < 3;

/** Nothing is said of a letter before it has come to it. */
const isKnown = ({ lane, look, t }) => t >= Math.min(lane.endedAt[look], lane.reachedAt[look]);

/** @param {Pen} pen  @param {Now} now */
function drawSmall(pen, now) {
  const { run, lane, L, middle, look } = now,
    service = run.service[look];
  pen.means('desk');
  pen.fill(L.desk - 15, middle - 15, 30, 30, pen.c.paper);
  if (lane.stopsAtDoor(look) && isKnown(now)) pen.cross(L.desk, middle, 6, pen.c.failMark, 2);
  else letter(pen, L.desk, middle, L.deskW, service, opens(lane, service));
}

function linesOf({ large, rowH }, middle) {
  if (large) return [middle - 55, middle - 40, middle + 45, middle + 61];
  const d = rowH > 20 ? 33 : 29;
  return [null, middle - d, middle + d - 8, middle + d + 6];
}

/** @param {Pen} pen  @param {Now} now  @param {any[]} lines */
function drawLarge(pen, now, lines) {
  const { run, lane, L, middle, look } = now,
    { c } = pen,
    service = run.service[look],
    stopped = lane.stopsAtDoor(look) && isKnown(now),
    w = service >= 3 ? L.deskW * 0.7 : L.deskW,
    y = middle + (L.large ? 7 : -1),
    half = L.W * 0.068;
  pen.means('desk');
  pen.fill(L.desk - half, (lines[0] ?? lines[1]) - 8, 2 * half, lines[3] - (lines[0] ?? lines[1]) + 16, c.paper);
  const protocol = service === 4 ? 'UDP' : 'TCP',
    { address } = run.senders[run.sender[look]];
  if (lines[0]) pen.text(`${address}:${run.port[run.connection[look]]}`, L.desk, lines[0], { color: c.ink2, align: 'center' });
  pen.text(`→ :${run.servicePort[service]} ${protocol}`, L.desk, lines[1], { color: c.ink2, align: 'center' });
  letter(pen, L.desk, y, w, service, opens(lane, service) && !stopped);
  if (stopped) pen.cross(L.desk, y, w * 0.2, c.failMark, 2.2);
  const { read, why, bad } = saidOf(now);
  pen.text(read, L.desk, lines[2], { size: 12.5, color: stopped ? c.fail : c.ink, align: 'center', weight: 700 });
  if (!why) return;
  pen.text(why, L.desk, lines[3], { color: bad ? c.fail : c.ink2, align: 'center', weight: bad ? 700 : 400 });
  if (bad) pen.cross(L.desk + pen.width(why, 12, 700) / 2 + 8, lines[3] - 0.5, 3.2, c.failMark, 1.8);
}

/** What the balancer knows of the letter, and by what it chose. */
export function saidOf({ run, lane, L, look, t }) {
  const { words } = L,
    service = run.service[look],
    fate = lane.fate(look),
    known = isKnown({ lane, look, t }),
    target = run.targets[lane.target[look]]?.name ?? '',
    bad = known && fate === 'wrong-404';
  if (known && lane.stopsAtDoor(look)) return { read: words(`fate.${fate}`), why: '', bad: false };
  const read = opens(lane, service) && lane.balancer === 'alb' ? run.asks[look] : words(`read.${lane.balancer}${opens(lane, service) ? '' : '.closed'}`);
  if (!known) return { read, why: '', bad };
  if (fate === 'answered') return { read, why: words('why.answered', ruleOf(run, lane, look, words), lane.status[look]), bad };
  if (!target) return { read, why: words(`fate.${fate}`), bad: true };
  const by = lane.balancer === 'alb' ? 'alb' : lane.balancer === 'nlb' ? 'nlb' : opens(lane, service) ? 'clb' : 'clb.closed';
  return { read, why: words(`why.${by}`, by === 'alb' ? ruleOf(run, lane, look, words) : '', target), bad };
}

/** The priority of the rule that decided, or that it was the default. */
export function ruleOf(run, lane, i, words) {
  const place = lane.rule[i];
  return place >= 0 ? words('rule', run.rules[place].split(' ')[0]) : words('rule.default');
}
