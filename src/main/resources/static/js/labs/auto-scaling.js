// The scene of the auto-scaling lab. A picture is a pure function: draw(context, run, layout, t).
import { stage } from './auto-scaling/stage.js';

export { runOf } from './auto-scaling/run.js';
export const { layout, draw, touchAt } = stage;
export { signs } from './auto-scaling/signs.js';
export { drawScrubber } from './auto-scaling/scrubber.js';
export { drawPlane } from './auto-scaling/plane.js';
export { activitiesOf, describe, stateOfMind } from './auto-scaling/describe.js';
export { previewLayout, drawPreview } from './auto-scaling/preview.js';
