// The scene of the doctor. A picture is a pure function: draw(context, run, layout, t, { speed }).
import { stage } from './doctor/stage.js';

export { runOf } from './doctor/run.js';
export const { layout, draw, touchAt } = stage;
export { signs } from './doctor/signs.js';
export { drawScrubber } from './doctor/scrubber.js';
export { describe } from './doctor/describe.js';
