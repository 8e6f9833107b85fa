// The stage of the doctor: what a person sees, the way in one line, who was asked from where, and what is believed of the targets.
import { Stage } from '../../scene/stage.js';
import { browser } from './browser.js';
import { frame } from './layout.js';
import { health } from './health.js';
import { numbers } from './numbers.js';
import { below, ends, lines } from './probes.js';
import { requests } from './requests.js';
import { targets } from './targets.js';
import { heads, things, ways } from './way.js';

export const stage = new Stage(frame, [heads, browser, ways, below, lines, things, targets, health, requests, ends, numbers]);
