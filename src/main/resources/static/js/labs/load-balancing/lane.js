// One lane of a run, indexed so that any instant can be asked in a few binary searches. Every target serves one request at a
// time in the order of arrival, so those that wait at an instant lie side by side in the target's list: from "left the
// queue" to "reached".
import { ascendingOrder, Percentiles, Tally, upto } from '../../timeline/query.js';

const NEVER = Infinity;

export class Lane {
  /**
   * @param {object} run what the lanes share: arrival, latency, targets, durationMicros
   * @param {object} table the lane's columns as decoded
   * @param {object} dictionaries words behind the numbers of outcome and reason
   */
  constructor(run, table, dictionaries, index, strategy) {
    const { target, waitMicros, endedMicros, outcome, reason } = table.columns;
    this.run = run;
    this.index = index;
    this.strategy = strategy;
    this.target = target;
    this.waitMicros = waitMicros;
    this.endedMicros = endedMicros;
    this.outcome = outcome;
    this.reason = reason;
    this.reasons = dictionaries.reason;
    this.words = dictionaries.outcome;
    this.seen = run.targets.map((_, k) => table.columns[`seen${k}`]).filter(Boolean);
    this.queues = queuesOf(this);
    this.indexEndings();
  }

  outcomeOf(i) {
    return this.words[this.outcome[i]];
  }
  reachOf(i) {
    return this.run.arrival[i] + this.run.latency;
  }
  startOf(i) {
    return this.waitMicros[i] < 0 ? NEVER : this.reachOf(i) + this.waitMicros[i];
  }
  /** When it left the target, whether served, failed or turned away; Infinity while it is there at the end of the run. */
  endOf(i) {
    return this.endedMicros[i] < 0 ? NEVER : this.reachOf(i) + this.endedMicros[i];
  }
  replyOf(i) {
    return this.endOf(i) + this.run.latency;
  }
  responseOf(i) {
    return this.endedMicros[i] + 2 * this.run.latency;
  }
  reasonOf(i) {
    return this.reasons[this.reason[i]];
  }
  /** Turned away at the door: it never waited here. */
  refused(i) {
    return this.endedMicros[i] === 0 && this.waitMicros[i] < 0;
  }

  indexEndings() {
    const n = this.target.length,
      done = this.words.indexOf('completed'),
      flying = this.words.indexOf('in-flight'),
      failed = this.words.indexOf('failed');
    const replies = new Float64Array(n),
      ended = new Int32Array(n),
      { latency, arrival } = this.run;
    let count = 0;
    for (let i = this.run.warm; i < n; i++) {
      if (this.outcome[i] === flying) continue;
      ended[count] = i;
      replies[count++] = arrival[i] + 2 * latency + this.endedMicros[i];
    }
    const completed = new Int32Array(count),
      errors = [];
    let m = 0;
    for (const place of ascendingOrder(replies.subarray(0, count))) {
      if (this.outcome[ended[place]] === done) completed[m++] = ended[place];
      else errors.push(ended[place]);
    }
    this.completed = completed.subarray(0, m);
    this.completedAt = filled(new Float64Array(m), j => this.replyOf(completed[j]));
    this.responses = new Percentiles(filled(new Float64Array(m), j => this.responseOf(completed[j])));
    this.errors = Int32Array.from(errors);
    this.errorAt = Float64Array.from(errors, i => this.replyOf(i));
    this.errorKinds = new Tally(
      Uint8Array.from(errors, i => (this.outcome[i] === failed ? 1 : 0)),
      2,
    );
    this.shares = new Tally(
      Uint8Array.from(this.target.subarray(this.run.warm), target => (target < 0 ? this.run.targets.length : target)),
      this.run.targets.length + 1,
    );
  }

  /** Figures of everything that ended up to the instant. */
  summaryAt(t) {
    const completed = upto(this.completedAt, t),
      errors = upto(this.errorAt, t),
      [rejected, failed] = this.errorKinds.at(errors);
    const [p50, p95, p99] = this.responses.between(0, completed, [0.5, 0.95, 0.99]);
    return {
      completed,
      errors,
      rejected,
      failed,
      p50,
      p95,
      p99,
      mean: this.responses.mean(completed),
      imbalance: this.imbalanceAt(t),
    };
  }

  /** Largest share ÷ mean share of the requests decided up to the instant. */
  imbalanceAt(t) {
    const decided = Math.max(0, upto(this.run.arrival, t) - this.run.warm),
      counts = this.shares.at(decided).subarray(0, this.run.targets.length);
    const sum = counts.reduce((a, b) => a + b, 0);
    return sum ? (Math.max(...counts) * counts.length) / sum : NaN;
  }

  /** What is at a target: `ids[from … to)` wait, `serving` is being served (−1: none), `ended` have left. */
  queueAt(k, t) {
    const queue = this.queues[k],
      to = upto(queue.reach, t),
      from = upto(queue.leave, t, 0, to),
      ended = upto(queue.end, t, 0, from);
    return { ids: queue.ids, from, to, serving: ended < from ? queue.ids[ended] : -1, ended };
  }

  /** Share of the time up to the instant in which the target was busy. */
  utilizationAt(k, t) {
    return t <= 0 ? 0 : (this.busyUntil(k, t) - this.busyUntil(k, 0)) / t;
  }

  /** For how long the target has been busy since it was first asked, the warm-up included. */
  busyUntil(k, t) {
    const { serving, ended } = this.queueAt(k, t);
    return this.queues[k].busy[ended] + (serving < 0 ? 0 : t - this.startOf(serving));
  }

  failuresAt(k, t) {
    return upto(this.queues[k].failedAt, t);
  }
}

function filled(list, value) {
  for (let j = 0; j < list.length; j++) list[j] = value(j);
  return list;
}

/** The queue of every target: those it took in, in order, and the instants at which it failed or turned away requests. */
function queuesOf(lane) {
  const failed = lane.words.indexOf('failed'),
    rejected = lane.words.indexOf('rejected');
  const lists = lane.run.targets.map(() => ({ ids: [], failedAt: [], rejectedAt: [] }));
  for (let i = 0; i < lane.target.length; i++) {
    const list = lists[lane.target[i]];
    if (!list) continue;
    if (!lane.refused(i)) list.ids.push(i);
    if (i < lane.run.warm) continue;
    if (lane.outcome[i] === failed) list.failedAt.push(lane.endOf(i));
    else if (lane.outcome[i] === rejected) list.rejectedAt.push(lane.endOf(i));
  }
  return lists.map(({ ids, failedAt, rejectedAt }) => {
    const n = ids.length,
      reach = new Float64Array(n),
      leave = new Float64Array(n),
      end = new Float64Array(n),
      busy = new Float64Array(n + 1);
    for (let j = 0; j < n; j++) {
      const start = lane.startOf(ids[j]);
      reach[j] = lane.reachOf(ids[j]);
      end[j] = lane.endOf(ids[j]);
      leave[j] = Math.min(start, end[j]);
      busy[j + 1] = busy[j] + (start < NEVER && end[j] < NEVER ? end[j] - start : 0);
    }
    return {
      ids: Int32Array.from(ids),
      reach,
      leave,
      end,
      busy,
      failedAt: Float64Array.from(failedAt).sort(),
      rejectedAt: Float64Array.from(rejectedAt),
    };
  });
}
