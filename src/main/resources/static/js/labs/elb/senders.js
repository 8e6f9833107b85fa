// Who sends, row by row, and the head of a lane.
import { grouped } from '../../scene/numbers.js';
import { person } from './glyphs.js';
import { counts, rows, senderAt } from './facts.js';

/**
 * @typedef {import('../../scene/stage.js').Part} Part
 * @typedef {import('../../scene/stage.js').Now} Now
 * @typedef {import('../../scene/pen.js').Pen} Pen
 */

const headLine = ({ L, y }) => y + (L.narrow ? 14 : L.large ? 18 : 15);

/** What divides here, how, and how many letters failed. @type {Part} */
export const name = {
  name: 'name',
  read: { counts },
  draw(pen, now) {
    const { lane, L, y, counts } = now,
      { c } = pen,
      middle = headLine(now),
      own = L.words(`option.${lane.balancer}`),
      failed = grouped(counts.bad),
      room = L.W - pen.width(failed, 15, 700) - 26;
    pen.means('');
    pen.fill(0, Math.round(y), L.W, 1, c.rule);
    pen.means('lane');
    let x = 0;
    if (L.narrow) {
      pen.tag(9, middle - 0.5, lane.index, 8);
      x = 24;
    }
    pen.text(own, x, middle, { size: 15, color: c.ink, weight: 700 });
    if (!L.narrow) {
      const layer = L.words(`layer.${lane.balancer}`),
        how = L.words(`how.${lane.balancer}`),
        from = Math.max(L.wall + 44, pen.width(own, 15, 700) + 16 + pen.width(layer, 12.5));
      if (layer) pen.text(layer, pen.width(own, 15, 700) + 8, middle, { size: 12.5, color: c.ink3 });
      if (from + pen.width(how, 13) < room) pen.text(how, from, middle, { size: 13, color: c.ink3 });
    }
    pen.means('failed');
    pen.text(failed, L.W, middle, { size: 15, color: counts.bad ? c.fail : c.ink3, align: 'right', weight: 700 });
    if (counts.bad) pen.cross(L.W - pen.width(failed, 15, 700) - 10, middle - 0.5, 4, c.failMark, 1.9);
  },
};

/** A row may say what is odd about its sender. */
const NOTES = { partner: 'note.partner', 'silent-chat': 'note.silent' };

/** @type {Part} */
export const senders = {
  name: 'senders',
  lay: notesOf,
  read: { rows },
  above(pen, { L }) {
    pen.means('column.senders');
    pen.text(L.words(L.narrow ? 'column.senders.short' : 'column.senders'), 0, 8, { color: pen.c.ink3 });
  },
  draw(pen, { run, L, rows }) {
    for (const sender of run.senders) {
      const { x, y } = senderAt(L, rows, sender);
      pen.means(`sender.${sender.kind}`);
      person(pen, x, y, sender.kind, L.senderR);
    }
    for (const { row, x, key } of L.notes) {
      pen.means('');
      pen.text(L.words(key), x, rows[row] + 0.5, { color: pen.c.ink3 });
    }
  },
};

/** Notes stand behind the last of a row, where lanes are large. */
function notesOf(L, run) {
  if (!L.large) return { notes: [] };
  const notes = new Map();
  for (const sender of run.senders) {
    const key = NOTES[sender.kind];
    if (!key || sender.inside) continue;
    const last = Math.max(...run.senders.filter(({ row, inside }) => row === sender.row && !inside).map(({ slot }) => slot)),
      x = L.sender + last * L.senderR * 2.6 + L.senderR + 6;
    if (x < L.wall * 0.55) notes.set(sender.row, { row: sender.row, x, key });
  }
  return { notes: [...notes.values()] };
}
