// The page of today turns to the next day by itself: at midnight, and when somebody comes back to it.
const shown = document.querySelector('[data-today]').dataset.today;
const TURNED = 'tilab.turned';

/** The day where the reader is, as the server writes days. */
const today = () => {
  const now = new Date(), two = number => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

function turn() {
  const now = today(), step = `${shown} ${now}`;
  if (now === shown || document.activeElement?.matches('input, textarea')) return;
  // A server that does not follow (no cookies, a zone that it does not know) is asked once, not for ever.
  try {
    if (sessionStorage.getItem(TURNED) === step) return;
    sessionStorage.setItem(TURNED, step);
  } catch { return; }
  location.reload();
}

/** A machine that slept, or a clock that was set, makes a timer late or early: it looks, and waits again. */
function wait() {
  const now = new Date(), midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  setTimeout(() => { turn(); wait(); }, Math.min(midnight.getTime() - now.getTime() + 500, 3_600_000));
}

turn();
wait();
addEventListener('pageshow', turn);
document.addEventListener('visibilitychange', () => { if (!document.hidden) turn(); });
