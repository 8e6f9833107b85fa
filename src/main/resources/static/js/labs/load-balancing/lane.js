// One lane of a run, indexed so that any instant can be asked in a few binary searches. Every target serves one request at a time in the
// order of arrival, so those that wait at an instant lie side by side in the target's list: from "left the queue" to "reached".
import { ascendingOrder, Percentiles, Tally, upto } from '../../timeline/query.js';

export const OUTCOMES = ['in-flight', 'completed', 'rejected', 'failed'];
const NEVER = Infinity;

export class Lane {
  /**
   * @param {object} run what the lanes share: arrival, latency, targets, durationMicros
   * @param {object} table the lane's columns as decoded
   * @param {object} dictionaries words behind the numbers of outcome and reason
   */
  constructor(run, table, dictionaries, index, strategy) {
    const { target, waitMicros, endedMicros, outcome, reason } = table.columns;
    Object.assign(this, { run, index, strategy, target, waitMicros, endedMicros, outcome, reason, reasons: dictionaries.reason });
    this.words = dictionaries.outcome;
    this.seen = run.targets.map((_, k) => table.columns[`seen${k}`]).filter(Boolean);
    this.queues = run.targets.map((_, k) => queueOf(this, k));
    this.indexEndings();
  }

  outcomeOf(i) { return this.words[this.outcome[i]]; }
  reachOf(i) { return this.run.arrival[i] + this.run.latency; }
  startOf(i) { return this.waitMicros[i] < 0 ? NEVER : this.reachOf(i) + this.waitMicros[i]; }
  /** When it left the target, whether served, failed or turned away; Infinity while it is there at the end of the run. */
  endOf(i) { return this.endedMicros[i] < 0 ? NEVER : this.reachOf(i) + this.endedMicros[i]; }
  replyOf(i) { return this.endOf(i) + this.run.latency; }
  responseOf(i) { return this.endedMicros[i] + 2 * this.run.latency; }
  reasonOf(i) { return this.reasons[this.reason[i]]; }
  /** Turned away at the door: it never waited here. */
  refused(i) { return this.endedMicros[i] === 0 && this.waitMicros[i] < 0; }

  indexEndings() {
    const completed = [], errors = [];
    for (let i = 0; i < this.target.length; i++) {
      const outcome = this.outcomeOf(i);
      if (outcome === 'completed') completed.push(i); else if (outcome !== 'in-flight') errors.push(i);
    }
    const byReply = list => { const order = ascendingOrder(list.map(i => this.replyOf(i))); return Int32Array.from(order, o => list[o]); };
    this.completed = byReply(completed);
    this.completedAt = Float64Array.from(this.completed, i => this.replyOf(i));
    this.responses = new Percentiles(Float64Array.from(this.completed, i => this.responseOf(i)));
    this.errors = byReply(errors);
    this.errorAt = Float64Array.from(this.errors, i => this.replyOf(i));
    this.errorKinds = new Tally(Uint8Array.from(this.errors, i => (this.outcomeOf(i) === 'failed' ? 1 : 0)), 2);
    this.shares = new Tally(Uint8Array.from(this.target, k => (k < 0 ? this.run.targets.length : k)), this.run.targets.length + 1);
  }

  /** Figures of everything that ended up to the instant. */
  summaryAt(t) {
    const completed = upto(this.completedAt, t), errors = upto(this.errorAt, t), [rejected, failed] = this.errorKinds.at(errors);
    const [p50, p95, p99] = this.responses.between(0, completed, [.5, .95, .99]);
    return { completed, errors, rejected, failed, p50, p95, p99, mean: this.responses.mean(completed), imbalance: this.imbalanceAt(t) };
  }

  /** Largest share ÷ mean share of the requests decided up to the instant. */
  imbalanceAt(t) {
    const decided = upto(this.run.arrival, t), counts = this.shares.at(decided).subarray(0, this.run.targets.length);
    const sum = counts.reduce((a, b) => a + b, 0);
    return sum ? Math.max(...counts) * counts.length / sum : NaN;
  }

  /** What is at a target: `ids[from … to)` wait, `serving` is being served (−1: none), `ended` have left. */
  queueAt(k, t) {
    const queue = this.queues[k], to = upto(queue.reach, t), from = upto(queue.leave, t, 0, to), ended = upto(queue.end, t, 0, from);
    return { ids: queue.ids, from, to, serving: ended < from ? queue.ids[ended] : -1, ended };
  }

  /** Share of the time up to the instant in which the target was busy. */
  utilizationAt(k, t) {
    if (t <= 0) return 0;
    const { serving, ended } = this.queueAt(k, t);
    return (this.queues[k].busy[ended] + (serving < 0 ? 0 : t - this.startOf(serving))) / t;
  }

  failuresAt(k, t) { return upto(this.queues[k].failedAt, t); }
}

function queueOf(lane, k) {
  const ids = [], failedAt = [], rejectedAt = [];
  for (let i = 0; i < lane.target.length; i++) {
    if (lane.target[i] !== k) continue;
    if (!lane.refused(i)) ids.push(i);
    if (lane.outcomeOf(i) === 'failed') failedAt.push(lane.endOf(i));
    if (lane.outcomeOf(i) === 'rejected') rejectedAt.push(lane.endOf(i));
  }
  const n = ids.length, reach = new Float64Array(n), leave = new Float64Array(n), end = new Float64Array(n), busy = new Float64Array(n + 1);
  ids.forEach((i, j) => {
    const start = lane.startOf(i);
    reach[j] = lane.reachOf(i);
    end[j] = lane.endOf(i);
    leave[j] = Math.min(start, end[j]);
    busy[j + 1] = busy[j] + (start < NEVER && end[j] < NEVER ? end[j] - start : 0);
  });
  return { ids: Int32Array.from(ids), reach, leave, end, busy, failedAt: Float64Array.from(failedAt).sort(), rejectedAt: Float64Array.from(rejectedAt) };
}
