// The scene of the load-balancing lab. A picture is a pure function: draw(context, run, layout, t).
import { stage } from './load-balancing/stage.js';

export { runOf } from './load-balancing/run.js';
export const { layout, draw, touchAt } = stage;
export { signs } from './load-balancing/signs.js';
export { drawScrubber } from './load-balancing/scrubber.js';
export { describe, reasonFor } from './load-balancing/describe.js';
export { previewLayout, drawPreview } from './load-balancing/preview.js';
