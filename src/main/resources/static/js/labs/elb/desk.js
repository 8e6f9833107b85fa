// The desk: the one letter that is looked at, the same in every lane; above it its envelope, below what was read of it and why it
// goes where it goes.
import { look, ways } from './facts.js';
import { letter, letterSign } from './marks.js';
import { READ, FLY } from './time.js';

/** @typedef {import('../../scene/stage.js').Part} Part */
/** @typedef {import('../../scene/stage.js').Now} Now */
/** @typedef {import('../../scene/pen.js').Pen} Pen */

/** px: half of the ground that it lies on, and of the port alone on an envelope. */
const GROUND = 62,
  FEW = 40;

/** @type {Part} */
export const desk = {
  name: 'desk',
  above(pen, { L }) {
    pen.means('column.desk');
    pen.text(L.words(L.narrow ? 'column.desk.short' : 'column.desk'), L.desk, 8, { color: pen.c.ink3, align: 'center' });
  },
  read: { ways, look },
  draw(pen, now) {
    const { run, lane, L, t, look } = now;
    if (look < 0 || lane.single) return;
    const age = t - run.at[look] - FLY,
      read = age >= READ,
      stopped = lane.place(look) === 'door',
      service = run.service[look],
      opens = lane.opens[service] && !stopped && read;
    if (L.narrow) drawLetter(pen, now, { service, opens, stopped, y: now.ways.mid });
    else drawDesk(pen, now, { service, opens, stopped, read });
  },
};

/** @param {Pen} pen @param {Now} now */
function drawLetter(pen, { L }, { service, opens, stopped, y }) {
  const { c } = pen,
    w = service >= 3 ? L.letterOnDesk * 0.7 : L.letterOnDesk;
  if (L.narrow) {
    pen.means('');
    pen.fill(L.desk - 16, y - 17, 32, 31, c.paper);
  }
  pen.means(letterSign(service, opens));
  letter(pen, L.desk, y, w, service, opens, stopped ? 0.5 : 1);
  if (!stopped) return;
  pen.means('not-taken');
  pen.cross(L.desk, y, L.letterOnDesk * 0.2, c.failMark, 2.2);
}

/** @param {Pen} pen @param {Now} now */
function drawDesk(pen, now, { service, opens, stopped, read }) {
  const { run, lane, L, ways, look, t } = now,
    { c } = pen,
    x = L.desk,
    half = Math.min(L.deskWidth / 2, GROUND),
    protocol = service === 4 ? 'UDP' : 'TCP',
    sender = run.senders[run.sender[look]],
    lines = linesOf(L),
    y = ways.mid + lines.letter;
  pen.means('');
  pen.fill(x - half, ways.mid + lines.top, 2 * half, lines.bottom - lines.top, c.paper);
  pen.means('envelope');
  if (L.big && L.envelope > FEW) pen.text(`${sender.address}:${run.port[run.connection[look]]}`, x, ways.mid + lines.from, { color: c.ink2, align: 'center' });
  pen.text(`→ :${run.ports[service]} ${protocol}`, x, ways.mid + lines.to, { color: c.ink2, align: 'center' });
  drawLetter(pen, now, { service, opens, stopped, y });
  if (!read) return;
  const { first, second, bad } = said(now, stopped),
    outcome = lane.outcomeAt(look, t);
  pen.means('reading');
  pen.text(first, x, ways.mid + lines.read, { size: 12.5, color: stopped ? c.fail : c.ink, align: 'center', weight: 700 });
  if (!second) return;
  pen.means('decision');
  const failed = outcome !== null && outcome !== 'delivered',
    wrong = bad || failed,
    weight = wrong ? 700 : 400;
  pen.text(second, x, ways.mid + lines.why, { color: wrong ? c.fail : c.ink2, align: 'center', weight });
  if (failed) pen.cross(x + pen.width(second, 12, weight) / 2 + 8, ways.mid + lines.why - 0.5, 3.2, c.failMark, 1.8);
}

/** Heights from the lane's middle. */
const linesOf = L =>
  L.big
    ? { top: -2.05 * L.rowH, from: -1.72 * L.rowH, to: -1.72 * L.rowH + 16, letter: L.rowH * 0.3, read: L.rowH * 1.38, why: L.rowH * 1.38 + 17, bottom: L.rowH * 2.15 }
    : { top: -L.rowH * 2.3, from: 0, to: -L.rowH * 1.75, letter: -1, read: L.rowH * 1.25, why: L.rowH * 1.25 + 15, bottom: L.rowH * 2.35 };

/**
 * What was read, and why it goes there. @param {any} now
 * @returns {{first: string, second: string, bad: boolean}}
 */
function said({ run, lane, L, look }, stopped) {
  const { words } = L,
    target = lane.columns.target[look],
    name = target >= 0 ? run.targets[target].name : '',
    rule = lane.columns.rule[look],
    service = run.service[look],
    outcome = lane.outcomeOf(look);
  if (stopped) return { first: words(`outcome.${outcome}`), second: '', bad: true };
  if (target < 0) return { first: run.asks[run.ask[look]], second: words(`outcome.${outcome}`), bad: true };
  if (lane.balancer === 'alb')
    return { first: run.asks[run.ask[look]], second: rule < 0 ? words('desk.default', name) : words('desk.rule', priorityOf(run, rule), name), bad: false };
  if (lane.balancer === 'nlb') return { first: words('desk.sealed'), second: words('desk.hash', name), bad: false };
  return { first: words(service < 3 ? 'desk.no-rules' : 'desk.connection'), second: words(service < 3 ? 'desk.least' : 'desk.turn', name), bad: false };
}

/** The priority that stands before a rule's text, or its place. */
const priorityOf = (run, rule) => /^\s*(\d+)/.exec(run.rules[rule] ?? '')?.[1] ?? rule + 1;
