// The stage of the way in: who sends, the wall and its doors, what is read, gates and servers, what arrived where it belonged.
import { Stage } from '../../scene/stage.js';
import { bars } from './bars.js';
import { desk } from './desk.js';
import { nodes, walls } from './doors.js';
import { letters } from './flights.js';
import { frame } from './layout.js';
import { name, senders } from './senders.js';
import { gates, targets } from './targets.js';
import { threads } from './threads.js';

export const stage = new Stage(frame, [name, walls, threads, gates, targets, senders, letters, nodes, desk, bars]);
