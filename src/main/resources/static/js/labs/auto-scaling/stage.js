// The stage of the lab: in every lane its policy, the recorder's paper with what it did and saw, the fleet that is there now,
// and what came of it.
import { Stage } from '../../scene/stage.js';
import { activities } from './activities.js';
import { fleet } from './fleet.js';
import { name, numbers, states } from './head.js';
import { frame } from './layout.js';
import { alarms, metric } from './metric.js';
import { now } from './now.js';
import { paper } from './paper.js';
import { wait } from './wait.js';

/** Not drawn: a mask that names it looks at the paper from near, where minutes are to be seen. @type {import('../../scene/stage.js').Part} */
const near = { name: 'near' };

export const stage = new Stage(frame, [name, states, numbers, paper, wait, activities, metric, fleet, alarms, now, near]);
