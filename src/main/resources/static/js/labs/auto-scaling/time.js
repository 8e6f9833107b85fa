// Time as a day has it: the clock on the wall, how much of it lies on the paper, and speeds in minutes per second.

const MINUTE = 60e6,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;
/** Minutes of the run per second of the viewer. */
const LADDER = [0.05, 0.1, 0.25, 0.5, 1, 2, 8, 24, 72, 240, 720];
const WATCHED = 60; // seconds that a whole run takes at the speed it opens with

const two = n => String(Math.floor(n)).padStart(2, '0');

/** 12:20, with seconds where a run is short. */
export function clockOf(micros, withSeconds = false) {
  const t = Math.max(0, micros) % DAY;
  return `${two(t / HOUR)}:${two((t % HOUR) / MINUTE)}${withSeconds ? `:${two((t % MINUTE) / 1e6)}` : ''}`;
}

/** The same with the day of the week where a run has several. */
export function momentOf(run, micros, words) {
  const clock = clockOf(micros, run.short);
  return run.durationMicros <= DAY ? clock : `${words(`day.${Math.floor(micros / DAY) % 7}`)} ${clock}`;
}

/** An hour of paper; less for a run that has no hour, more where a day would rush past. */
export function paperOf(durationMicros) {
  if (durationMicros <= 2 * DAY) return Math.min(HOUR, durationMicros);
  return durationMicros <= 5 * DAY ? 3 * HOUR : 6 * HOUR;
}

/** Runs of up to two hours are told to the second. */
export const isShort = durationMicros => durationMicros <= 2 * HOUR;

/** @returns {{paces: number[], pace: number}} run seconds per viewer's second: two slower speeds, the first one, a quicker one */
export function pacesFor(durationMicros) {
  const wanted = durationMicros / MINUTE / WATCHED,
    off = speed => Math.abs(Math.log(speed / wanted)),
    at = LADDER.reduce((best, speed, i) => (off(speed) < off(LADDER[best]) ? i : best), 0),
    from = Math.max(0, Math.min(at - 2, LADDER.length - 4));
  return { paces: LADDER.slice(from, from + 4).map(speed => speed * 60), pace: LADDER[at] * 60 };
}

/** Minutes per second as they stand on a button. */
export const paceName = pace => String(+(pace / 60).toFixed(2));

/** "2 days", "1 h", "30 min". */
export const spanOf = (micros, words) =>
  micros > DAY && micros % DAY === 0
    ? words('span.d', micros / DAY)
    : micros >= HOUR ? words('span.h', +(micros / HOUR).toFixed(1)) : words('span.min', +(micros / MINUTE).toFixed(1));

/** A round step of an axis of time with at most so many of them. */
export const clockStep = (micros, most) =>
  [1, 2, 5, 10, 20, 30, 60, 120, 180, 360, 720, 1440, 2880].map(minutes => minutes * MINUTE).find(step => micros / step <= most) ??
  7 * DAY;

const UNITS = { us: 1, ms: 1e3, s: 1e6, m: 60e6, h: 3600e6, d: 86400e6 };

/** A time as an address carries it, in microseconds; 0 where it is none. */
export function microsOf(text) {
  const parts = /^([\d.]+)\s*(us|ms|s|m|h|d)$/.exec(String(text ?? '').trim());
  return parts ? Number(parts[1]) * UNITS[parts[2]] : 0;
}

/** 86400s → 24h, 1209600s → 14d: as a person would write it. What is no whole number of larger units stays as it is. */
export function spelled(text) {
  const seconds = /^\d+s$/.test(text) ? Number(text.slice(0, -1)) : 0;
  if (seconds > 86400 && seconds % 86400 === 0) return `${seconds / 86400}d`;
  if (seconds && seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds >= 600 && seconds % 60 === 0 ? `${seconds / 60}m` : text;
}
