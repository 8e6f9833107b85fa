// Ticks what is done without leaving the page. Without this module each box is a button that sends its form.
import { renew } from './token.js';

/** None where nothing is to be done. */
const form = /** @type {any} */ (document.querySelector('form.todo'));
/** Ticks go one after another: each is based on the version that the one before it made. */
let last = Promise.resolve();
let waiting = 0;

/** What was pressed is what the next press takes back. */
function turn(box, done) {
  box.setAttribute('aria-checked', done);
  box.value = box.value.replace(/^(\d+):(?:done|open):/, (_, number) => `${number}:${done ? 'open' : 'done'}:`);
}

function say(words, link) {
  const said = form.querySelector('[role="status"]');
  said.classList.toggle('bad', Boolean(words) && words !== form.dataset.said);
  said.replaceChildren(words, ...(link ? [' ', link] : []));
}

function reload() {
  const link = document.createElement('a');
  link.href = location.pathname;
  link.textContent = form.dataset.reload;
  return link;
}

async function send(value) {
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  body.set('tick', value);
  const post = () => fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body });
  let answer = await post();
  if (answer.status === 403 && await renew(form, body)) answer = await post();
  return answer;
}

async function tick(box, value, before) {
  const done = !before;
  try {
    const answer = await send(value);
    if (!answer.ok) {
      turn(box, before);
      say(answer.status === 409 ? form.dataset.stale : form.dataset.failed, answer.status === 409 ? reload() : null);
      return;
    }
    const { version } = await answer.json();
    // Everything else on the page that is based on this day goes on from what was saved.
    for (const field of document.querySelectorAll('input[name="version"]')) field.value = version;
    if (waiting === 1) say(form.dataset.said);
  } catch {
    turn(box, !done);
    say(form.dataset.failed);
  }
}

form?.addEventListener('submit', event => {
  const box = event.submitter;
  if (box?.name !== 'tick') return;
  event.preventDefault();
  const value = box.value, before = box.getAttribute('aria-checked') === 'true';
  turn(box, !before);
  say('');
  waiting++;
  last = last.then(() => tick(box, value, before)).finally(() => { waiting--; });
});
