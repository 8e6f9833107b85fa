// The only requestAnimationFrame of the page. It sleeps while nothing moves.

const MOST = 100; // ms: after a pause of the whole tab, time goes on where it was instead of jumping
const callbacks = new Set();
let before = 0,
  asleep = true;

function frame(now) {
  const elapsed = before ? Math.min(MOST, now - before) : 0;
  before = now;
  let again = false;
  for (const callback of callbacks) again = callback(elapsed) || again;
  if (again) requestAnimationFrame(frame);
  else {
    asleep = true;
    before = 0;
  }
}

/** Calls back before every repaint with the milliseconds since the last one, until nobody returns true any more. */
export function onFrame(callback) {
  callbacks.add(callback);
  wake();
}

/** Something changed: ask everybody again. */
export function wake() {
  if (!asleep) return;
  asleep = false;
  requestAnimationFrame(frame);
}
