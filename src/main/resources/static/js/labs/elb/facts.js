// What the parts of the stage read of an instant.
import { lookedAt } from './run.js';
import { geometry } from './ways.js';

/** @typedef {import('../../scene/stage.js').Fact} Fact */

/** Where rows, doors and ways of the lane are. @type {Fact} */
export const ways = now => geometry(now);
/** What was delivered, what failed, what waits. @type {Fact} */
export const counts = ({ lane, t }) => lane.countsAt(t);
/** The letter on the desk, or −1. @type {Fact} */
export const look = ({ run, t }) => lookedAt(run, t);
/** What the name answers of each node. @type {Fact} */
export const names = ({ run, lane, t }) => (lane.single ? [lane.nameAt(0, t)] : run.zones.map((_, node) => lane.nameAt(node, t)));
/** How many kept connections go where. @type {Fact} */
export const threads = ({ lane, t }) => lane.threadsAt(t);
/** Which targets are gone, and of which balancers know it. @type {Fact} */
export const targets = ({ run, lane, t }) =>
  run.targets.map(({ index, zone }) => ({
    gone: run.stopped.at(index, t) || run.dark.at(zone, t),
    known: !lane.single && lane.knownBad(index, t),
  }));
