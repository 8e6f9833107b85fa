// The scene of the failover lab. A picture is a pure function: draw(context, run, layout, t, { speed }).
export { runOf } from './failover/run.js';
export { layout, touchAt } from './failover/layout.js';
export { draw } from './failover/draw.js';
export { drawScrubber } from './failover/scrubber.js';
export { decisions, describe } from './failover/describe.js';
export { drawRange } from './failover/range.js';
export { previewLayout, drawPreview } from './failover/preview.js';
