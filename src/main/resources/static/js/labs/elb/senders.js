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
      if (row.length > most && !L.narrow) {
        pen.means(row[0].kind);
        pen.text(`× ${row.length}`, ways.edges[i], ways.rows[i], { color: pen.c.ink2 });
      } else if (L.big) note(pen, now, row, i);
    });
  },
};

/** @param {Pen} pen @param {Now} now */
function note(pen, { L, ways }, row, i) {
  const special = row.find(({ kind }) => kind === 'partner' || kind === 'silent-chat' || kind === 'server' || kind === 'heavy');
  if (!special) return;
  const words = L.words(`sender.${special.kind}`);
  if (ways.edges[i] + pen.width(words) > L.wall - 44) return;
  pen.means(special.kind);
  pen.halo(words, ways.edges[i] + 2, ways.rows[i] + 0.5, { color: pen.c.ink3 });
}

