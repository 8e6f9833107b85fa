// <lab-player>: a stage with its transport. The markup comes from the server; this makes it move. It knows no lab: a scene
// is { durationMicros, pace, marks: [{atMicros}], events: ascending instants, draw(player) } and, where a lab knows better
// than the pace which speeds are worth having, paces: [run seconds per second]; where a lab does not count in seconds,
// clockOf(micros), length, paceName(pace) and paceUnit say how it does. endsAt() is the end
// that one may go to where that is not the run's.
import { upto } from '../timeline/query.js';
import { clockText } from '../scene/numbers.js';
import { listenToKeys } from './keyboard.js';
import { Player } from './player.js';
import { speedName, speedsFor } from './speeds.js';

const PLAY = 'M4 2v12l10-6z',
  PAUSE = 'M3 2h4v12H3zM9 2h4v12H9z';
const STEP = 100_000,
  LARGE = 10;

class LabPlayer extends HTMLElement {
  connectedCallback() {
    if (this.player) return;
    this.scene = null;
    this.player = new Player(() => this.render());
    this.parts = Object.fromEntries([...this.querySelectorAll('[data-part]')].map(e => [e.dataset.part, e]));
    const { seek, help } = this.parts;
    seek.addEventListener('input', () => {
      this.player.pause();
      this.player.seek(+seek.value);
    });
    this.addEventListener('click', e => {
      const key = /** @type {HTMLElement} */ (e.target).closest('[data-do]')?.dataset.do;
      if (key) this.obey(key, e.shiftKey);
    });
    this.parts.speeds.addEventListener('change', e => {
      this.choose(+e.target.value);
    });
    help?.addEventListener('click', e => {
      if (e.target === help) help.close();
    });
    listenToKeys((command, large) => this.obey(command, large));
    new IntersectionObserver(seen => this.player.show(seen.at(-1).isIntersecting)).observe(this.parts.stage);
    new ResizeObserver(() => this.player.changed()).observe(this.parts.stage);
    addEventListener('themechange', () => this.redraw());
    for (const query of ['(prefers-color-scheme: dark)', `(resolution: ${devicePixelRatio}dppx)`]) {
      matchMedia(query).addEventListener('change', () => this.redraw());
    }
    document.fonts?.ready.then(() => this.player.changed());
  }

  /** Another run on the same stage; the instant stays unless another is given. */
  show(scene, tMicros = this.player.tMicros) {
    const slower = !this.scene || this.scene.pace !== scene.pace || this.scene.durationMicros !== scene.durationMicros;
    this.scene = scene;
    this.player.lengthMicros = scene.durationMicros;
    this.parts.seek.max = scene.durationMicros;
    this.parts.seek.step = 'any';
    this.parts.length.textContent = `/ ${scene.length ?? `${+(scene.durationMicros / 1e6).toFixed(3)} s`}`;
    if (slower) this.offerSpeeds(scene);
    this.player.seek(tMicros);
  }

  /** `chosen` is the speed that the run plays at, offered too where the scene does not name it. */
  offerSpeeds({ pace, durationMicros, paces = speedsFor(pace, durationMicros), paceName = speedName, paceUnit = '' }, chosen = pace) {
    this.player.speed = chosen;
    this.parts.speeds.replaceChildren(
      ...[...new Set([...paces, chosen])].sort((a, b) => a - b).map(speed => {
        const label = document.createElement('label'),
          input = document.createElement('input'),
          name = document.createElement('span');
        Object.assign(input, { type: 'radio', name: 'speed', value: speed, checked: speed === chosen });
        name.textContent = paceName(speed);
        label.append(input, name);
        return label;
      }),
    );
    if (!paceUnit) return;
    const unit = document.createElement('small');
    Object.assign(unit, { className: 'per quiet', textContent: paceUnit });
    this.parts.speeds.append(unit);
  }

  obey(command, large) {
    const { player, scene } = this;
    if (!scene) return false;
    const step = STEP * this.pace() * (large ? LARGE : 1),
      go = t => {
        player.pause();
        if (t !== undefined) player.seek(t);
      };
    switch (command) {
      case 'toggle':
        player.toggle();
        break;
      case 'back':
        go(player.tMicros - step);
        break;
      case 'on':
        go(player.tMicros + step);
        break;
      case 'start':
        go(0);
        break;
      case 'end':
        go(scene.endsAt?.() ?? scene.durationMicros);
        break;
      case 'earlier':
        go(scene.marks.findLast(m => m.atMicros < player.tMicros)?.atMicros ?? 0);
        break;
      case 'later':
        go(scene.marks.find(m => m.atMicros > player.tMicros)?.atMicros ?? scene.durationMicros);
        break;
      case 'previous':
        go(scene.events[upto(scene.events, player.tMicros - 1) - 1] ?? 0);
        break;
      case 'next':
        go(scene.events[upto(scene.events, player.tMicros)] ?? scene.durationMicros);
        break;
      case 'help':
        if (!this.parts.help) return false;
        this.dispatchEvent(new Event('help'));
        this.parts.help.showModal();
        break;
      default:
        return false;
    }
    return true;
  }

  /** Chooses a speed, as pressing it would. */
  choose(speed) {
    const offered = [...this.parts.speeds.querySelectorAll('input')];
    if (!offered.some(({ value }) => +value === speed)) this.offerSpeeds(this.scene, speed);
    else for (const input of offered) input.checked = +input.value === speed;
    this.player.speed = speed;
    this.player.changed();
  }

  /** How fine clock and steps are: in slow motion a scene with its own speeds counts finer. */
  pace() {
    const { scene, player } = this;
    return scene.paces ? Math.min(scene.pace, player.speed) : scene.pace;
  }

  redraw() {
    this.dispatchEvent(new Event('restyle'));
    this.player.changed();
  }

  render() {
    if (!this.scene) return;
    const { player, parts, scene } = this,
      text = scene.clockOf?.(player.tMicros) ?? clockText(player.tMicros, this.pace());
    scene.draw(player);
    parts.seek.value = player.tMicros;
    if (parts.clock.textContent !== text) {
      parts.clock.textContent = text;
      parts.seek.setAttribute('aria-valuetext', scene.clockOf ? text : `${text} s`);
    }
    if (this.shownPlaying !== player.playing) {
      this.shownPlaying = player.playing;
      parts.icon.setAttribute('d', player.playing ? PAUSE : PLAY);
      parts.play.setAttribute('aria-label', player.playing ? parts.play.dataset.pause : parts.play.dataset.play);
    }
    this.dispatchEvent(new Event('frame'));
  }
}

customElements.define('lab-player', LabPlayer);
