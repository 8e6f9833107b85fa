// One lane of a run: a group under one policy. Indexed once; questions take an instant.
import { upto } from '../../timeline/query.js';
import { readRows } from '../../timeline/tables.js';
import { Rows } from './rows.js';

export class Lane {
  constructor(run, { index, policy, columns, dictionaries, facts, rows, slowness }) {
    this.run = run;
    this.index = index;
    this.policy = policy;
    this.columns = columns;
    const fact = name => facts[name]?.[index] ?? '',
      tenth = name => (fact(name) === '' ? null : Number(fact(name)) / 10);
    this.metric = fact('metric') || 'none';
    this.high = tenth('high');
    this.low = tenth('low');
    this.min = Number(fact('min')) || 0;
    this.max = Number(fact('max')) || 0;
    this.highNeeded = Number(fact('highNeeded')) || 0;
    this.lowNeeded = Number(fact('lowNeeded')) || 0;
    this.priceMicros = Number(fact('priceMicroUsd')) || 0;
    this.activities = readRows(rows.activities, (c, i) => ({
      at: c.atMicros[i],
      end: c.endMicros[i] < 0 ? Infinity : c.endMicros[i],
      from: c.from[i],
      to: c.to[i],
      cause: dictionaries.cause[c.cause[i]],
      numbers: [c.first[i], c.second[i], c.third[i]],
    }));
    this.points = readRows(rows.datapoints, (c, i) => ({
      at: c.atMicros[i],
      value: c.value[i] / 10,
      high: c.high[i],
      low: c.low[i],
      alarm: dictionaries.alarm[c.alarm[i]],
    }));
    this.pointsAt = this.points.map(point => point.at);
    this.cooldowns = readRows(rows.cooldowns, (c, i) => ({ from: c.atMicros[i], to: c.untilMicros[i] }));
    this.waits = waitsOf(readRows(rows.waits, (c, i) => ({ from: c.atMicros[i], to: c.untilMicros[i], part: dictionaries.part[c.part[i]] })));
    this.rows = new Rows(
      readRows(rows.instances, (c, i) => ({
        at: c.atMicros[i],
        instance: c.instance[i],
        zone: c.zone[i],
        state: dictionaries.state[c.state[i]],
      })),
      unitsOf(this.activities, slowness),
      run.zones.length,
      policy !== 'scale-up',
    );
    this.failedSum = sums(columns.failed);
    this.outsideSum = sums(columns.outsideMicros);
    this.changes = this.activities.filter(activity => activity.cause !== 'initial');
    this.changesAt = this.changes.map(change => change.at);
    /** @type {{cost: number, outside: number}[]|null} what the plane's trail goes through, read when it is first drawn */
    this.trail = null;
  }

  /** The row of the table that holds t. */
  row(t) {
    return Math.min(this.columns.serving.length - 1, Math.max(0, Math.floor(t / this.run.slotMicros)));
  }

  /** A running sum at t, straight inside a row. */
  sumAt(sum, t) {
    const i = this.row(t),
      part = Math.min(1, Math.max(0, t / this.run.slotMicros - i));
    return sum[i] + (sum[i + 1] - sum[i]) * part;
  }

  costAt(t) {
    const { costMicroUsd } = this.columns,
      i = this.row(t),
      before = i ? costMicroUsd[i - 1] : 0,
      part = Math.min(1, Math.max(0, t / this.run.slotMicros - i));
    return (before + (costMicroUsd[i] - before) * part) / 1e6;
  }

  outsideAt(t) {
    return this.sumAt(this.outsideSum, t) / 1e6;
  }

  failedAt(t) {
    return Math.round(this.sumAt(this.failedSum, t));
  }

  /** Capacity in instances of the first size with a good version. */
  capacityAt(t) {
    return this.columns.serving[this.row(t)] * this.rows.unitAt(t);
  }

  /** Figures up to t, and what holds at t. */
  summaryAt(t) {
    const i = this.row(t),
      { serving, utilizationPermille, p99Micros, outsideMicros } = this.columns;
    return {
      cost: this.costAt(t),
      outside: this.outsideAt(t),
      failed: this.failedAt(t),
      hours: this.rows.hoursAt(t),
      serving: serving[i],
      utilization: utilizationPermille[i] / 1000,
      p99: p99Micros[i],
      late: outsideMicros[i] > 0,
    };
  }

  /** The last datapoint known at t, or undefined. */
  pointAt(t) {
    return this.points[upto(this.pointsAt, t) - 1];
  }

  /** The wait that goes on at t, or the last one before it that ended after `since`; undefined where there is none. */
  waitAt(t, since = t) {
    return this.waits.findLast(wait => wait.from <= t && wait.to > since);
  }

  cooldownAt(t) {
    return this.cooldowns.find(rest => rest.from <= t && t < rest.to);
  }

  /** What the group wants at t. */
  desiredAt(t) {
    return this.activities.findLast(activity => activity.at <= t)?.to ?? this.run.desired;
  }

  /** How often growing and shrinking followed each other up to t. */
  turnsAt(t) {
    let turns = 0,
      before = 0;
    for (const { at, from, to } of this.changes) {
      if (at > t) break;
      const way = Math.sign(to - from);
      if (way && before && way !== before) turns++;
      if (way) before = way;
    }
    return turns;
  }
}

/** Parts that follow each other without a gap are one wait. @returns {{from: number, to: number, parts: {from: number, to: number, part: string}[]}[]} */
function waitsOf(parts) {
  const waits = [];
  for (const part of parts) {
    const last = waits.at(-1);
    if (last?.to === part.from) {
      last.parts.push(part);
      last.to = part.to;
    } else waits.push({ from: part.from, to: part.to, parts: [part] });
  }
  return waits;
}

function sums(values) {
  const sum = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sum[i + 1] = sum[i] + values[i];
  return sum;
}

/** What an instance is worth: doubled with every size, divided by the work that a version needs. */
function unitsOf(activities, slowness) {
  const sizes = activities.filter(a => a.cause === 'resize').map(a => ({ at: a.at, size: a.numbers[1], before: a.numbers[0] })),
    first = sizes[0]?.before ?? 0,
    instants = [...new Set([0, ...sizes.map(s => s.at), ...slowness.map(s => s.at)])].sort((a, b) => a - b);
  return instants.map(at => ({
    at,
    unit: 2 ** ((sizes.findLast(s => s.at <= at)?.size ?? first) - first) / (slowness.findLast(s => s.at <= at)?.factor ?? 1),
  }));
}
