// The scene of the auto-scaling lab. A picture is a pure function: draw(context, run, layout, t).
export { runOf } from './auto-scaling/run.js';
export { layout, touchAt } from './auto-scaling/layout.js';
export { draw } from './auto-scaling/draw.js';
export { drawScrubber } from './auto-scaling/scrubber.js';
export { drawPlane } from './auto-scaling/plane.js';
export { activitiesOf, describe, stateOfMind } from './auto-scaling/describe.js';
export { previewLayout, drawPreview } from './auto-scaling/preview.js';
