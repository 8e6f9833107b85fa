// The page of the ELB lab.
import { grouped } from '../../scene/numbers.js';
import * as scene from '../elb.js';
import { disturbedAt, openingAround } from '../opening.js';
import { RunPage } from '../run-page.js';
import { FIRST } from './first.js';
import { MEASURES, settledAt } from './measures.js';
import { showSummary } from './results.js';
import { EDITORS } from './rules-editor.js';
import { theory } from './theory.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

const $ = id => document.getElementById(id);

const page = new RunPage({
  scene,
  first: FIRST,
  sliders: { webRate: [0.1, 20, ''], balancerDnsTtl: [1, 300, 's'], connectionMean: [1, 300, 's'] },
  editors: EDITORS,
  opening: (run, calm) => openingAround(run, calm, 6e6, page.withheld ? -3e6 : 12e6),
  onRun(run, _, summary) {
    if (summary) showSummary(summary, { result: $('result'), bill: $('bill'), scale: $('bill-scale') }, page.words);
    $('theory').textContent = run ? theory(run, page.words) : '';
  },
  onInstant(run, t) {
    why.show(run, t);
  },
  laneName: ({ balancer }) => page.words(`option.${balancer}`),
  figures: [{ key: 'failed', of: (lane, t) => lane.countsAt(t).failed, say: grouped }],
});
const why = new Why($('why'), $('why-letter'), page.words, (rule, priority) => {
  page.hold();
  /** @type {Touch} */ (page.touch).moveRule(rule, priority);
});
page.touchedBy(Touch);
page.asks(MEASURES, settledAt, run => disturbedAt(run) ?? 6e6);
page.open();
