// The stage of the lab: the way in above the lanes; in every lane clients, the signpost, zones as floors with their machines and
// logs, what is on its way between them, and the lines of the clients' lives.
import { Stage } from '../../scene/stage.js';
import { logs } from './cells.js';
import { clients } from './clients.js';
import { commits, losses } from './commits.js';
import { lost, name, outage } from './head.js';
import { frame } from './layout.js';
import { lines } from './lines.js';
import { signpost, ways } from './signpost.js';
import { requests } from './travel.js';
import { way } from './way-in.js';
import { wayLines } from './way-lines.js';
import { empty, gate, zones } from './zones.js';

export const stage = new Stage(frame, [
  name,
  lost,
  outage,
  clients,
  ways,
  signpost,
  empty,
  zones,
  logs,
  losses,
  commits,
  gate,
  requests,
  lines,
  way, // above the lanes, in their columns
  wayLines,
]);
