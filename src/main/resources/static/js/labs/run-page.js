// The page of a lab: the address is the run, the form changes the address, the stage shows the run. What a lab draws and
// says is the lab's own; how a run is fetched, shared, gone back to and put on the stage is the same for all.
import '../player/lab-player.js';
import { fit } from '../scene/canvas.js';
import { palette } from '../scene/palette.js';
import { BadQuery, RunFetcher } from './fetching.js';
import { progressText, RunFailed } from './long-run.js';
import { mostChanged, situationOf } from './change.js';
import { Conditions, toQuery } from './conditions.js';
import { FirstView } from './first-view.js';
import { showHints } from './hints.js';
import { Guessing } from './guessing.js';
import { Signs } from './signs.js';
import { noteText, noteTitle } from './note.js';
import { copyLink, hashOf, sharedInstant } from './link.js';
import { openingOf } from './opening.js';
import { differing, shortened } from './short-query.js';
import { scaleNow, Sizes } from './sizes.js';
import { Story } from './story.js';
import { readTexts } from './texts.js';

/** ms that nobody minds; a run that takes longer is said to be on its way. */
const LONG = 200;
const $ = id => document.getElementById(id);

export class RunPage {
  /**
   * @param {object} lab what is the lab's own:
   *   `scene` { runOf, layout, draw, drawScrubber, describe, touchAt, signs } pure functions of a run and an instant,
   *   `first` what the stage shows before somebody asks for more, as for FirstView,
   *   `sliders` conditions with a slider, `chips` those that are lists, `editors` those with a form of their own, and `spell` how times stand in their fields, as for Conditions,
   *   `dial(run, words)` how the player writes instants and speeds { clockOf, length, paceName, paceUnit }, where not in seconds,
   *   `opening(run, calm)` the instant that a page opens at whose address names neither one nor a situation,
   *   `onRun(run, items, summary)` another run is shown; `run` is null where it is too large to be drawn, `summary` null
   *   where the server wrote it into the page; `onInstant(run, t, playing)` after a picture was painted,
   *   `figures` of a lane at an instant, as for mostChanged, and `laneName(lane)` for saying what an intervention changed,
   *   `onAsked()` another run is asked for, and `onAnswered()` it is there or will not come: for what is computed beside the run,
   *   `onTouch(hit, place)` a thing on the stage was pressed, where the page is not `touchedBy` something
   */
  constructor(lab) {
    document.documentElement.classList.add('js');
    this.lab = lab;
    this.main = $('main');
    this.element = document.querySelector('lab-player');
    this.player = this.element.player;
    this.words = readTexts($('texts'), this.main.dataset.lab);
    this.fetcher = new RunFetcher(this.main.dataset.api);
    this.calm = matchMedia('(prefers-reduced-motion: reduce)');
    this.conditions = new Conditions($('conditions'), () => this.go(this.conditions.query()), lab.sliders, lab.spell, lab.chips, this.words, lab.editors);
    this.run = null;
    /** @type {object|null} the run that was asked for last */
    this.asked = null;
    /** The address of the run that is shown, without an instant. */
    this.address = '';
    /** @type {import('./touching.js').Touching|null} what can be done to the system */
    this.touch = null;
    /** @type {Signs|null} what the stage is written in */
    this.signs = null;
    /** @type {Guessing|null} what is asked before it is seen */
    this.guessing = null;
    /** How the situation that the page came with opens; null where its run is none, and in a story, which says so itself. */
    this.opens = $('story') ? null : openingOf(document.querySelector('.presets a[aria-current]'));
    /** The situation that the run is, null where it is none, and what was done beside it, or to a run that is none. @type {{name: ?string, added: string[]}} */
    this.situation = { name: null, added: [] };
    this.layout = null;
    /** @type {import('../scene/stage.js').Mask|undefined} what a story shows of the stage */
    this.mask = undefined;
    /** CSS pixels of a unit of the pictures: more where the room is wide. */
    this.scale = 1;
    this.sizes = new Sizes(() => this.player.changed());
    this.pixels = new Map();
    this.restyle();
    this.first = $('more') && new FirstView($('more'), lab.first, whole => this.showWhole(whole));
    this.story = $('story') && new Story(this);
  }

  /** Shows the run of the page's own address. Called once the lab is ready to be told about runs. */
  open() {
    const stage = $('stage'),
      hit = ({ offsetX: x, offsetY: y }) =>
        this.layout && this.run ? this.lab.scene.touchAt(this.layout, this.run, x / this.scale, y / this.scale, this.player.tMicros) : null;
    if (this.lab.scene.signs) this.explains(stage, hit);
    showHints($('conditions'));
    this.element.addEventListener('restyle', () => this.restyle());
    stage.addEventListener('click', e => {
      const thing = hit(e);
      if (thing) this.touched(thing, { left: e.clientX - 20, top: e.clientY - 10, bottom: e.clientY + 10 });
    });
    stage.addEventListener('pointermove', e => stage.classList.toggle('over', Boolean(hit(e))));
    addEventListener('popstate', () => this.back());
    $('cancel').addEventListener('click', () => this.cancel());
    $('copy').addEventListener('click', () => this.copy());
    $('note')?.addEventListener('submit', e => this.fillNote(e.target));
    if (this.story) this.story.start();
    else if (this.main.dataset.timeline) this.go(location.search.slice(1), { first: true });
    else this.drawn(false); // the address describes no run: its form says why
  }

  /** What the stage is written in explains itself. @param {HTMLCanvasElement} stage  @param {(e: MouseEvent) => any} hit */
  explains(stage, hit) {
    const signs = new Signs(stage, $('scrub'), {
      signs: this.lab.scene.signs,
      words: this.words,
      paintStage: canvas => this.layout && this.lab.scene.draw(canvas, this.run, this.layout, this.player.tMicros, this.player),
      paintScrub: canvas => this.layout && this.paintScrub(canvas, this.player.tMicros),
      touchable: e => Boolean(hit(e)),
      scale: () => this.scale,
    });
    this.element.addEventListener('help', () => signs.fillSheet($('columns'), $('signs'), this.look.palette));
    this.signs = signs;
  }

  /** The address that the reader went back to: a step, or a run. */
  back() {
    const step = new URLSearchParams(location.search).get('story');
    if (this.story && step) this.story.go(Number(step), false);
    else this.go(location.search.slice(1), { follow: false, at: sharedInstant() });
  }

  /** What can be done to the system at the instant on screen. @param {typeof import('./touching.js').Touching} Touch the lab's own */
  touchedBy(Touch) {
    this.touch = new Touch(
      { buttons: $('subjects'), menu: $('touch'), list: $('interventions'), hint: $('untouched'), when: $('when') },
      this.words,
      items => this.intervene(items),
      () => this.hold(),
    );
  }

  /** The picture stands still while something is chosen. */
  hold() {
    this.played = this.player.playing;
    this.player.pause();
  }

  touched(thing, place) {
    if (this.story) this.story.pressedOn(thing);
    else if (this.touch) this.touch.open(thing, place);
    else this.lab.onTouch(thing, place);
  }

  /** What the page asks before it shows the answer: as for Guessing. */
  asks(measures, settledAt, holdAt) {
    this.guessing = new Guessing(this, measures, settledAt, run => this.opens?.to ?? holdAt(run));
  }

  /** The future is not to be seen yet: nobody has guessed, or a story has not come there. */
  get withheld() {
    return Boolean(this.story) || (this.guessing?.withheld ?? false);
  }

  /** Another set of interventions, as the address carries them: the run plays on from where it is if it played before. */
  async intervene(items) {
    const before = this.run,
      plays = this.played && !this.calm.matches;
    this.conditions.setInterventions(items);
    await this.go(this.conditions.query());
    this.played = false;
    if (this.run === before || !this.run) return;
    this.showChange(before);
    if (plays) this.player.play();
  }

  /** What the latest intervention did to the figures of the whole run; not before its reader has guessed them. */
  showChange(before) {
    const line = $('changed'),
      most = this.withheld ? null : mostChanged(before, this.run, this.lab.figures ?? []);
    line.textContent = most ? this.words(`change.${most.key}`, this.lab.laneName(most.lane), most.before, most.after) : '';
  }

  /**
   * Fetches and shows another run. The instant on screen stays unless another is given, which the run before may be too short
   * for; the address follows unless it was the address that led here.
   */
  async go(query, { follow = true, first = false, at = null } = {}) {
    const { words } = this,
      slow = setTimeout(() => this.computing(words('computing')), LONG);
    const own = (this.asked = {});
    this.lab.onAsked?.();
    $('progress').hidden = true;
    try {
      const withSummary = !first || Boolean($('without-figures')),
        { timeline, summary } = await this.fetcher.fetch(query, withSummary, news => this.showProgress(news));
      if (summary) $('without-figures')?.remove();
      this.show(timeline, summary, first, at);
      const scenario = (summary ?? timeline)?.scenario;
      if (scenario) this.showAddress(scenario, follow, first);
      this.computing('');
    } catch (error) {
      if (this.asked === own) this.keepAddress();
      if (error.name === 'AbortError') return;
      this.computing('');
      if (!this.run) this.drawn(false);
      if (error instanceof BadQuery) this.conditions.showProblems(error.errors);
      else this.failed(error);
      if (error instanceof BadQuery && this.run) notice('');
    } finally {
      clearTimeout(slow);
      if (this.asked === own) {
        $('progress').hidden = true;
        this.lab.onAnswered?.();
      }
    }
  }

  /** The address may have led to a run that did not come: it goes on to name the one that is shown, or a copied link opens another. */
  keepAddress() {
    if (this.address) history.replaceState(null, '', `${this.address}${this.run ? this.hash() : ''}`);
  }

  failed(error) {
    notice(error instanceof RunFailed ? error.message : this.words('failed', error.message));
  }

  showProgress(news) {
    const text = progressText(news, this.words);
    if (!this.run) this.drawn(false); // no empty stage: how the run comes on stands in its place
    $('progress').hidden = false;
    $('progress-bar').value = news.share;
    if ($('progress-text').textContent !== text) $('progress-text').textContent = text;
  }

  /** Whether there is a picture; without one there is nothing to play either. */
  drawn(is) {
    $('stage').closest('.script').classList.toggle('undrawn', !is);
    $('coming')?.remove();
    if (!is) this.main.classList.toggle('withheld', false); // what nobody can see here keeps no figures back
  }

  /** Says in a line that a run is on its way, and shows the one before as no longer the one that was asked for. */
  computing(text) {
    $('state').textContent = text;
    $('stage').closest('.script').classList.toggle('computing', Boolean(text));
  }

  cancel() {
    this.fetcher.cancel();
    $('progress').hidden = true;
    this.computing('');
    notice(this.words('cancelled'));
  }

  show(timeline, summary, first, at) {
    const { lab, player } = this;
    notice(timeline ? '' : this.words('undrawn'));
    this.drawn(Boolean(timeline));
    const run = (this.run = timeline && lab.scene.runOf(timeline));
    const items = interventionsOf((timeline ?? summary)?.scenario);
    lab.onRun(run, items, summary);
    this.guessing?.onRun(run, summary);
    this.touch?.showRun(run, items);
    if (!run) {
      player.pause();
      return;
    }
    this.layout = null;
    const shared = sharedInstant();
    this.element.show(
      { ...run, ...lab.dial?.(run, this.words), draw: () => this.paint(), ...(this.story && { endsAt: () => this.story.stop() }) },
      first ? Math.min(run.durationMicros, shared ?? this.openingAt(run)) : (at ?? undefined),
    );
    if (first && this.opens) this.element.choose(this.opens.pace);
    if (first && !this.calm.matches && shared === null) player.play();
  }

  /** Where the page opens this run. */
  openingAt(run) {
    const { opens } = this,
      calm = this.calm.matches;
    return opens ? (calm ? opens.to : opens.from) : this.lab.opening(run, calm);
  }

  showAddress(scenario, follow, first) {
    this.conditions.fill(scenario);
    const canonical = toQuery([...Object.entries(scenario), ...this.conditions.version()]);
    this.address = `?${canonical}`;
    if (first) history.replaceState(null, '', `?${canonical}${location.hash}`);
    else if (follow && `?${canonical}` !== location.search) {
      history.pushState(null, '', `?${canonical}${this.hash()}`);
      $('other-version')?.remove(); // this address is of this version
    }
    $('seed').textContent = this.words('seed', scenario.seed);
    this.showSituation(canonical);
  }

  paint() {
    const { lab, run, player, look } = this,
      stage = $('stage'),
      scrub = $('scrub'),
      { width, height } = this.sizeOf(stage.parentElement);
    if (!width || !run) return;
    const other = !this.layout || this.arranged !== `${width} ${height}`;
    if (other) this.arrange();
    const t = player.tMicros;
    lab.scene.draw(this.fit(stage, this.layout.W, this.layout.H), run, this.layout, t, player);
    if (this.due(scrub, t)) {
      const size = this.sizeOf(scrub);
      this.paintScrub(this.fit(scrub, size.width, size.height), t);
    }
    if (other) this.signs?.arrange();
    lab.onInstant(run, t, player.playing);
    this.touch?.showInstant(t);
    this.guessing?.onInstant(run, t, player.playing);
    this.story?.onInstant(t, player.playing);
    if (!player.playing) this.rest();
  }

  /** Lays out what is shown of the run in the room that the page's style keeps for it. */
  arrange() {
    const { lab, run, look, first } = this,
      stage = $('stage'),
      { width, height } = this.roomOf(stage),
      mask = this.mask ?? first?.mask(run, this.guessing?.questions ?? []),
      layout = room => lab.scene.layout(run, { width }, look, room ? { ...mask, room } : mask),
      usual = layout(),
      beside = usual.H - usual.lanes.length * usual.laneH; // above and below the lanes
    this.layout = height > beside ? layout(height - beside) : usual;
    stage.style.height = `${this.layout.H * this.scale}px`;
    this.arranged = `${width} ${height}`;
    this.scrubbed = this.mask ?? (mask && { lanes: mask.lanes }); // a chart of the whole run has room for what the stage leaves out
    if (first) this.main.dataset.unshown = [...run.lanes.keys()].filter(index => !this.layout.lanes.includes(index)).join(' ');
  }

  /** @param {any} canvas */
  paintScrub(canvas, t) {
    const { lab, run, look } = this;
    lab.scene.drawScrubber(canvas, run, this.sizeOf($('scrub')), { ...look, mask: this.scrubbed }, t, this.withheld);
  }

  /** Whether a chart of the whole run is to be painted: as long as only time goes on, when it comes to another pixel of the chart. */
  due(canvas, t) {
    const pixel = Math.floor((t / this.run.durationMicros) * this.sizeOf(canvas).width * this.scale * devicePixelRatio),
      stays = this.player.onlyTime && this.pixels.get(canvas) === pixel;
    this.pixels.set(canvas, pixel);
    return !stays;
  }

  /** The room for the stage: what its frame has without it. A frame grows only with a stage that cannot do with less. */
  roomOf(stage) {
    const frame = stage.parentElement;
    if (stage.clientHeight >= frame.clientHeight) stage.style.height = '0';
    this.scale = scaleNow();
    this.sizes.forget(frame);
    return this.sizeOf(frame);
  }

  /** A canvas for a picture of so many units. */
  fit(canvas, width, height) {
    return fit(canvas, width, height, this.scale);
  }

  /** How large something is shown, in units of the pictures. */
  sizeOf(canvas) {
    return this.sizes.of(canvas, this.scale);
  }

  /** Words and address follow when the picture stands still. */
  rest() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      if (this.player.playing || !this.run) return;
      $('words').textContent = this.lab.scene.describe(this.run, this.player.tMicros, this.words);
      if (!this.story && location.hash !== this.hash()) history.replaceState(null, '', `${location.search}${this.hash()}`);
    }, 400);
  }

  hash() {
    return hashOf(this.player.tMicros);
  }

  restyle() {
    this.look = { palette: palette(), words: this.words };
    this.layout = null;
  }

  /** Shows only these lanes and parts of the stage, or again what the page shows by itself. @param {import('../scene/stage.js').Mask} [mask] */
  showOnly(mask) {
    this.mask = mask;
    this.layout = null;
    this.player.changed();
  }

  /** As much of the stage as its reader asked for. */
  showWhole(whole) {
    this.main.classList.toggle('whole', whole);
    this.showOnly();
  }

  /** The heading is the situation's, whatever was done in it beside. */
  showSituation(canonical) {
    const links = [...document.querySelectorAll('.presets a')],
      { index, added } = situationOf(
        links.map(link => new URL(link.href).search),
        canonical,
      ),
      own = links[index];
    for (const link of links)
      if (link === own && !added.length) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    this.situation = { name: own?.textContent ?? null, added: own ? added : (new URLSearchParams(canonical).get('at') ?? '').split(',').filter(Boolean) };
    $('heading').textContent = own ? own.textContent : $('heading').dataset.own;
    document.title = `${$('heading').textContent} · TILab`;
    $('situation').textContent = own ? this.words(`preset.${own.dataset.preset}.text`) : $('situation').dataset.own;
    $('mine').textContent = added.length ? this.words('mine', added.length, added.map(item => this.said(item)).join(', ')) : '';
    $('changed').textContent = '';
  }

  /** An intervention in words, with its time. */
  said(item) {
    return this.touch ? `${this.touch.inWords(item)} (${this.touch.clock(item.split(':')[0])})` : item;
  }

  /** The address that opens this run at this instant. */
  link() {
    return `${location.origin}${location.pathname}${location.search}${this.hash()}`;
  }

  /** @param {any} form its fields are what is handed to today's entry */
  fillNote(form) {
    if (!this.address) return; // no run came: what the server wrote is all that is known
    const { defaults } = form.dataset,
      { title, text } = form.elements,
      query = this.address.slice(1),
      { name, added } = this.situation,
      apart = name ? [] : this.conditions.said(differing(query, defaults).filter(id => id !== 'at' && id !== 'seed'));
    title.value = noteTitle($('heading').dataset.own, name, apart, added.map(item => this.said(item)), $('seed').textContent);
    text.value = noteText(
      `${location.pathname}?${shortened(query, defaults)}${this.run ? this.hash() : ''}`,
      $('result'),
      this.guessing?.claims.guessed ?? [],
      this.words,
    );
  }

  copy() {
    this.player.pause();
    return copyLink(this.link(), $('copied'), this.words);
  }
}

const interventionsOf = scenario =>
  String(scenario?.at ?? '')
    .split(',')
    .filter(Boolean);

function notice(text) {
  $('notice').textContent = text;
  $('notice').hidden = !text;
}
