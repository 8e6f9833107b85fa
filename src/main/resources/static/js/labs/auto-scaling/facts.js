// What the parts of the stage read of an instant.

/** @typedef {import('../../scene/stage.js').Fact} Fact */

/** Figures up to now, and what holds now. @type {Fact} */
export const figures = ({ lane, t }) => lane.summaryAt(t);
/** The longest time that any lane was outside the objective. @type {Fact} */
export const worst = ({ run, t }) => Math.max(...run.lanes.map(lane => lane.outsideAt(t)));
