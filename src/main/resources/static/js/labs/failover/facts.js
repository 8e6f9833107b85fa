// What the parts of the stage read of an instant.
import { stateAt } from '../indexing.js';
import { floorOf, floorsOf } from './layout.js';

/** @typedef {import('../../scene/stage.js').Fact} Fact */

/** A step of a commit is drawn at least this long, in µs of the viewer's time. */
const SEEN = 80_000;

/** Milliseconds are drawn as long as an eye needs at the speed on screen, and true to time in slow motion. @type {Fact} */
export const step = ({ speed }) => SEEN * speed;
/** The middle of each floor. @type {Fact} */
export const floors = ({ L, lane, y }) => floorsOf(L, lane, y);
/** The height of the signpost. @type {Fact} */
export const middle = ({ L, y }) => y + L.head + L.middle;
/** Every machine's state, where it stands, and whether it is dark or cut off. @type {Fact} */
export const machines = ({ lane, floors, t }) =>
  lane.machines.map((history, m) => {
    const state = stateAt(history, t);
    return { ...state, y: floors[floorOf(lane, m, t)], gone: lane.unreachable(state, t) };
  });
/** Who takes writes. @type {Fact} */
export const writer = ({ lane, t }) => lane.writerAt(t);
/** Who takes writes as well, behind the cut. @type {Fact} */
export const other = ({ lane, t }) => lane.otherWriterAt(t);
/** Where the database's name leads; behind a proxy, where the proxy does. @type {Fact} */
export const name = ({ lane, t }) =>
  lane.proxied ? (lane.primaries.findLast(turn => turn.at <= t) ?? lane.nameAt(t)) : lane.nameAt(t);
/** How many clients are in each state. @type {Fact} */
export const counts = ({ lane, t }) => lane.countsAt(t);
/** @type {Fact} */
export const summary = ({ lane, t }) => lane.summaryAt(t);
/** The newest entry of the log. @type {Fact} */
export const newest = ({ lane, t }) => lane.log.newestAt(t);
