// The scene of the load-balancing lab. A picture is a pure function: draw(context, timeline, layout, t).
export { runOf } from './load-balancing/run.js';
export { layout, targetAt } from './load-balancing/layout.js';
export { draw } from './load-balancing/draw.js';
export { drawScrubber } from './load-balancing/scrubber.js';
export { describe, reasonFor } from './load-balancing/describe.js';
export { previewLayout, drawPreview } from './load-balancing/preview.js';
