// The scene of the lab of the way in. A picture is a pure function: draw(context, run, layout, t, { speed }).
import { stage } from './elb/stage.js';

export { runOf } from './elb/run.js';
export const { layout, draw, touchAt } = stage;
export { signs } from './elb/signs.js';
export { drawScrubber } from './elb/scrubber.js';
export { describe } from './elb/describe.js';
export { previewLayout, drawPreview } from './elb/preview.js';
