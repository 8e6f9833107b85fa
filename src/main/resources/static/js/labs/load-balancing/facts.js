// What the parts of the stage read of an instant.
import { clamp } from '../../scene/ease.js';
import { decidedAt, stateAt } from './run.js';
import { rowsOf } from './layout.js';

/** @typedef {import('../../scene/stage.js').Fact} Fact */

/** How long a decision stays lit, in run time at the run's own pace. */
const LIT = 350_000;

/** @type {Fact} */
export const rows = ({ L, y }) => rowsOf(L, y);
/** The height at which requests arrive. @type {Fact} */
export const middle = ({ rows }) => (rows[0] + rows.at(-1)) / 2;
/** The request decided last, −1 before the first. @type {Fact} */
export const last = ({ run, t }) => decidedAt(run, t);
/** How fresh that decision is: 1 just made, 0 no longer lit. @type {Fact} */
export const lit = ({ run, t, last }) => (last < 0 ? 0 : clamp(1 - (t - run.arrival[last]) / (LIT * run.pace), 0, 1));
/** @type {Fact} */
export const states = ({ run, t }) => run.targets.map((_, k) => stateAt(run, k, t));
/** @type {Fact} */
export const queues = ({ run, lane, t }) => run.targets.map((_, k) => lane.queueAt(k, t));
/** @type {Fact} */
export const summary = ({ lane, t }) => lane.summaryAt(t);
