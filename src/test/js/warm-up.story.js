import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import { decidedAt, runOf } from '../../main/resources/static/js/labs/load-balancing/run.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, near, story } from './story.js';

const SECONDS = 20;

/** The same run twice: as it is, and with its first `before` seconds as its warm-up. */
function cut(before) {
  const timeline = sampleTimeline({ seed: 3, rate: 9, seconds: SECONDS, serviceMillis: 400, speeds: [1, 1, 1], strategies: ['round-robin'], at: [] }),
    whole = runOf(fromJson(structuredClone(timeline)));
  const column = timeline.shared.find(table => table.name === 'requests').columns.find(({ name }) => name === 'arrivalMicros');
  column.values = column.values.map(at => at - before);
  timeline.durationMicros -= before;
  return { whole, warm: runOf(fromJson(timeline)), before };
}

story('a run that began warm shows who was there at its beginning, and counts only what came since', () => {
  const { whole, warm, before } = cut(8e6),
    [was] = whole.lanes,
    [lane] = warm.lanes,
    t = 9e6;
  equal(warm.warm, whole.arrival.filter(at => at < before).length);
  equal(warm.count, whole.count - warm.warm);
  const there = ({ from, to, serving }) => [to - from, serving >= 0];
  equal(
    [0, 1, 2].map(k => there(lane.queueAt(k, 0))),
    [0, 1, 2].map(k => there(was.queueAt(k, before))),
    'the queues go on as they were',
  );
  const since = was.completed.filter(i => whole.arrival[i] >= before && was.replyOf(i) <= before + t);
  equal(lane.summaryAt(t).completed, since.length);
  near(lane.summaryAt(t).mean, since.reduce((sum, i) => sum + was.responseOf(i), 0) / since.length);
  for (const k of [0, 1, 2]) {
    const busy = was.utilizationAt(k, before + t) * (before + t) - was.utilizationAt(k, before) * before;
    near(lane.utilizationAt(k, t), busy / t, `t${k + 1}`, 1e-6);
  }
  equal([decidedAt(warm, 0), warm.events[0] >= 0], [-1, true], 'what came before is no decision of this run');
});
