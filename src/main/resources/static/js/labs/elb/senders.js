// Who sends: five rows of pictograms, and in a word what is special about some.
import { mostSenders, senderX } from './layout.js';
import { sender } from './marks.js';
import { ways } from './facts.js';

/** @typedef {import('../../scene/stage.js').Part} Part */
/** @typedef {import('../../scene/stage.js').Now} Now */
/** @typedef {import('../../scene/pen.js').Pen} Pen */

/** @type {Part} */
export const senders = {
  name: 'senders',
  above(pen, { L }) {
    pen.means('column.senders');
    pen.text(L.words(L.narrow ? 'column.senders.short' : 'column.senders'), 0, 8, { color: pen.c.ink3 });
  },
  read: { ways },
  draw(pen, now) {
    const { run, L, ways } = now;
    run.rows.forEach((row, i) => {
      const most = mostSenders(L);
      row.slice(0, most).forEach(({ kind, slot }) => {
        pen.means(kind);
        sender(pen, senderX(L, slot), ways.rows[i], kind, L.sender.r, kind === 'silent-chat' ? pen.c.edge : pen.c.ink2);
      });
      const note = ways.notes[i];
      if (!note) return;
      pen.means(note.kind);
      pen.halo(note.words, ways.ends[i] + 2, ways.rows[i] + 0.5, { color: pen.c.ink3 });
    });
  },
};
