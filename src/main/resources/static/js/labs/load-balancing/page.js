// The page of the load-balancing lab.
import * as scene from '../load-balancing.js';
import { openingAround } from '../opening.js';
import { RunPage } from '../run-page.js';
import { showPaired, showSummary } from './results.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

const $ = id => document.getElementById(id);

const page = new RunPage({
  scene,
  sliders: { rate: [1, 1000, ''], serviceMean: [1, 5000, 'ms'], healthCheckInterval: [5, 300, 's'] },
  opening: (run, calm) => openingAround(run, calm, 2.5e6 * run.pace, 4.75e6 * run.pace),
  onRun(run, _, summary) {
    if (summary) showSummary(summary, $('result'), $('by-target'), page.words);
    showPaired(run, $('result'), page.words);
  },
  onInstant: (run, t) => why.show(run, t),
});
const why = new Why($('why'), $('why-request'), page.words);
page.touchedBy(Touch);
page.open();
