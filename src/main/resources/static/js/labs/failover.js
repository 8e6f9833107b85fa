// The scene of the failover lab. A picture is a pure function: draw(context, run, layout, t, { speed }).
import { stage } from './failover/stage.js';

export { runOf } from './failover/run.js';
export const { layout, draw, touchAt } = stage;
export { signs } from './failover/signs.js';
export { drawScrubber } from './failover/scrubber.js';
export { decisions, describe } from './failover/describe.js';
export { drawRange } from './failover/range.js';
export { previewLayout, drawPreview } from './failover/preview.js';
