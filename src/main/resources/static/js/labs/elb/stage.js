// The stage of the lab: in every lane who sends, the wall with its doors, what is read on the desk, the targets behind their
// gates, and what was delivered right.
import { Stage } from '../../scene/stage.js';
import { delivered } from './delivered.js';
import { desk } from './desk.js';
import { failed, how, name } from './head.js';
import { frame } from './layout.js';
import { fallen, letters, waiting } from './letters.js';
import { senders } from './senders.js';
import { fan, gate, strange, targets } from './targets.js';
import { threads } from './threads.js';
import { addresses, doors } from './wall.js';

export const stage = new Stage(frame, [
  name,
  how,
  failed,
  threads,
  senders, // their words lie over the lines
  doors,
  fan,
  gate,
  targets,
  strange,
  addresses,
  letters,
  desk, // letters pass under it
  waiting,
  fallen,
  delivered,
]);
