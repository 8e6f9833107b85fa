// The page of the load-balancing lab: the address is the run, the form changes the address, the stage shows the run.
import '../../player/lab-player.js';
import { fit } from '../../scene/canvas.js';
import { palette } from '../../scene/palette.js';
import { addressTime } from '../../scene/numbers.js';
import { describe, draw, drawScrubber, layout, runOf, targetAt } from '../load-balancing.js';
import { BadQuery, RunFetcher } from '../fetching.js';
import { Conditions, toQuery } from '../conditions.js';
import { readTexts } from '../texts.js';
import { showPaired, showSummary } from './results.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

document.documentElement.classList.add('js');
const $ = id => document.getElementById(id),
  main = $('main'),
  element = document.querySelector('lab-player'),
  { player } = element;
const words = readTexts($('texts'), main.dataset.lab),
  fetcher = new RunFetcher(main.dataset.api);
const stage = $('stage'),
  scrub = $('scrub'),
  why = new Why($('why'), $('why-request'), words),
  calm = matchMedia('(prefers-reduced-motion: reduce)');
let run = null,
  look = { palette: palette(), words },
  L = null;

const conditions = new Conditions($('conditions'), () => go(conditions.query()));
const touch = new Touch(
  { buttons: $('targets'), menu: $('touch'), list: $('interventions'), hint: $('untouched'), when: $('when') },
  words,
  items => {
    conditions.setInterventions(items);
    go(conditions.query());
  },
);
touch.onOpen = () => player.pause();

/**
 * Fetches and shows another run. The instant on screen stays; the address follows unless it was the address that led here.
 */
async function go(query, { follow = true, first = false } = {}) {
  const slow = setTimeout(() => {
    $('state').textContent = words('computing');
  }, 300);
  try {
    const { timeline, summary } = await fetcher.fetch(query, !first);
    show(timeline, summary, first);
    const scenario = (summary ?? timeline)?.scenario;
    if (scenario) {
      conditions.fill(scenario);
      const canonical = toQuery(Object.entries(scenario));
      if (first) history.replaceState(null, '', `?${canonical}${location.hash}`);
      else if (follow && `?${canonical}` !== location.search) history.pushState(null, '', `?${canonical}${hash()}`);
      $('seed').textContent = words('seed', scenario.seed);
      showSituation(canonical);
    }
    $('state').textContent = '';
  } catch (error) {
    if (error.name === 'AbortError') return;
    $('state').textContent = '';
    if (error instanceof BadQuery) conditions.showProblems(error.errors);
    else notice(words('failed', error.message));
    if (error instanceof BadQuery && run) notice('');
  } finally {
    clearTimeout(slow);
  }
}

function show(timeline, summary, first) {
  notice(timeline ? '' : words('undrawn'));
  stage.closest('.script').classList.toggle('undrawn', !timeline);
  if (summary) showSummary(summary, $('result'), $('by-target'), words);
  run = timeline && runOf(timeline);
  showPaired(run, $('result'), words);
  touch.showRun(run, interventionsOf((timeline ?? summary)?.scenario));
  if (!run) {
    player.pause();
    return;
  }
  L = null;
  element.show({ ...run, draw: paint }, first ? opening(run) : undefined);
  if (first && !calm.matches && !/^#t=/.test(location.hash)) player.play();
}

const interventionsOf = scenario =>
  String(scenario?.at ?? '')
    .split(',')
    .filter(Boolean);

/** A shared link opens at its instant; otherwise shortly before the first thing happens, or, standing still, after it. */
function opening({ marks, durationMicros, pace }) {
  const shared = /^#t=([\d.]+)$/.exec(location.hash);
  if (shared) return Math.min(durationMicros, Number(shared[1]) * 1e6);
  const happens = marks.find(m => m.person && m.atMicros > 0)?.atMicros;
  if (happens === undefined) return calm.matches ? durationMicros * 0.4 : 0;
  return calm.matches ? Math.min(durationMicros, happens + 4.75e6 * pace) : Math.max(0, happens - 2.5e6 * pace);
}

function paint({ tMicros: t, playing }) {
  const width = stage.clientWidth;
  if (!width || !run) return;
  if (!L || L.W !== width) L = layout(run, { width }, look);
  draw(fit(stage, width, L.H), run, L, t);
  const size = { width: scrub.clientWidth, height: scrub.clientHeight };
  drawScrubber(fit(scrub, size.width, size.height), run, size, look, t);
  why.show(run, t);
  touch.showInstant(t);
  if (!playing) rest();
}

let resting;
/** Words and address follow when the picture stands still. */
function rest() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (player.playing || !run) return;
    $('words').textContent = describe(run, player.tMicros, words);
    if (location.hash !== hash()) history.replaceState(null, '', `${location.search}${hash()}`);
  }, 400);
}

const hash = () => `#t=${addressTime(player.tMicros).slice(0, -1)}`;

function notice(text) {
  $('notice').textContent = text;
  $('notice').hidden = !text;
}

/** The heading is the situation's as long as nobody changed it. */
function showSituation(canonical) {
  let own = null;
  for (const link of document.querySelectorAll('.presets a')) {
    const same = new URL(link.href).search === `?${canonical}`;
    if (same) {
      own = link;
      link.setAttribute('aria-current', 'true');
    } else link.removeAttribute('aria-current');
  }
  $('heading').textContent = own ? own.textContent : $('heading').dataset.own;
  document.title = `${$('heading').textContent} · TILab`;
  $('situation').textContent = own ? words(`preset.${own.dataset.preset}.text`) : $('situation').dataset.own;
}

element.addEventListener('restyle', () => {
  look = { palette: palette(), words };
  L = null;
});
stage.addEventListener('click', e => {
  const hit = L && run && targetAt(L, e.offsetX, e.offsetY);
  if (hit) touch.open(hit.target, { left: e.clientX - 20, top: e.clientY - 10, bottom: e.clientY + 10 });
});
stage.addEventListener('pointermove', e =>
  stage.classList.toggle('over', Boolean(L && run && targetAt(L, e.offsetX, e.offsetY))),
);
addEventListener('popstate', () => {
  const shared = /^#t=([\d.]+)$/.exec(location.hash);
  if (shared) player.seek(Number(shared[1]) * 1e6);
  go(location.search.slice(1), { follow: false });
});
$('copy').addEventListener('click', async () => {
  player.pause();
  const link = `${location.origin}${location.pathname}${location.search}${hash()}`;
  try {
    await navigator.clipboard.writeText(link);
    $('copied').textContent = words('copied');
  } catch {
    $('copied').textContent = words('copied.not');
  }
  setTimeout(() => {
    $('copied').textContent = '';
  }, 6000);
});

if (main.dataset.timeline) go(location.search.slice(1), { first: true });
else stage.closest('.script').classList.add('undrawn'); // the address describes no run: its form says why
