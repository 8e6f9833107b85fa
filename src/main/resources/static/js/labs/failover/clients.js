// Clients by state, always in the same place.
import { counts, middle } from './facts.js';

/** A client's mark: disc linked, ring no answer, cross no link, square at the old address, empty ring dark itself. */
export function clientMark(pen, x, y, state, r) {
  const { c } = pen;
  pen.means(state);
  if (state === 'connected') pen.disc(x, y, r - 0.4, c.req);
  else if (state === 'waiting') pen.ring(x, y, r - 0.8, c.slowMark, 1.8);
  else if (state === 'old-address') {
    pen.box(x - r + 0.8, y - r + 0.8, 2 * r - 1.6, 2 * r - 1.6, c.slowMark, 1.7);
    pen.fill(x - 1.4, y - 1.4, 2.8, 2.8, c.slowMark);
  } else if (state === 'down') pen.box(x - r + 0.8, y - r + 0.8, 2 * r - 1.6, 2 * r - 1.6, c.failMark, 1.3, [2, 1.6]);
  else pen.cross(x, y, r - 1.2, c.failMark, 1.9);
}

/** @type {import('../../scene/stage.js').Part} */
export const clients = {
  name: 'clients',
  lay(L, run) {
    const grid = gridOf(run.clients, roomOf(L));
    return { gridX: Math.max(L.narrow ? 6 : 7, grid.r), grid };
  },
  read: { middle, counts },
  above(pen, { L }) {
    pen.means('column.clients');
    pen.text(L.words('column.clients'), 0, L.above + 8, { color: pen.c.ink3 });
  },
  draw(pen, now) {
    const { run, lane, L, t, middle } = now;
    for (let i = 0; i < run.clients; i++) {
      const [x, y] = placeOf(L, middle, i);
      clientMark(pen, x, y, lane.clientAt(i, t).state, L.grid.r);
    }
    if (!L.narrow) drawCounts(pen, now);
  },
  touch({ run, L, lane, middle }, x, y) {
    const client = Array.from({ length: run.clients }).findIndex((_, i) => {
      const [cx, cy] = placeOf(L, middle, i);
      return Math.abs(x - cx) < L.grid.pitch / 2 && Math.abs(y - cy) < L.grid.pitch / 2;
    });
    return client >= 0 ? { kind: 'client', client, lane: lane.index } : null;
  },
};

/** @param {import('../../scene/stage.js').Layout} L */
function roomOf({ narrow, whole, at, rows, rowH, larger }) {
  if (narrow) return { gridRoom: [38, 46 * larger], pitch: 11.5 * larger };
  return {
    gridRoom: [whole ? 46 : Math.max(46, at(0.075) - 24), Math.min(62 * larger, rows * rowH - 44)],
    pitch: 15 * larger,
    mark: 4.4 * larger,
  };
}

/**
 * The grid of clients: as many columns as its room is wide.
 * @param {number} count
 * @param {{gridRoom: number[], pitch: number, mark?: number}} room
 */
export function gridOf(count, { gridRoom: [w, h], pitch: most, mark = 4.4 }) {
  const fit = columns => Math.min(most, w / columns, h / Math.ceil(count / columns));
  let columns = 3;
  for (let more = 3; more <= 12; more++) if (fit(more) > fit(columns) + 0.01) columns = more;
  const pitch = fit(columns);
  return { columns, rows: Math.ceil(count / columns), pitch, r: Math.min(mark, pitch * 0.3) };
}

/**
 * Below them, how many are in each state.
 * @param {import('../../scene/pen.js').Pen} pen
 * @param {import('../../scene/stage.js').Now} now
 */
function drawCounts(pen, { run, L, y: top, middle, counts }) {
  const { c } = pen,
    size = L.type(12),
    [, lastY] = placeOf(L, middle, run.clients - 1);
  let y = lastY + Math.max(11, L.grid.pitch) + 3;
  for (const [state, color] of [
    ['old-address', c.slow],
    ['retrying', c.fail],
    ['waiting', c.slow],
    ['down', c.fail],
    ['connected', c.ink2],
  ]) {
    const n = counts[state];
    if (!n || y > top + L.laneH - 4) continue;
    clientMark(pen, 7, y, state, 3.6);
    pen.text(`${n} ${L.words(`client.${state}`)}`, 17, y + 0.5, { size, color, weight: state === 'connected' ? 400 : 700 });
    y += size + 3;
  }
}

/** The place of client i in its lane's grid. */
function placeOf(L, middle, i) {
  const { columns, rows, pitch } = L.grid;
  return [L.gridX + (i % columns) * pitch, middle - ((rows - 1) / 2) * pitch + Math.floor(i / columns) * pitch - (L.narrow ? 0 : 14)];
}
