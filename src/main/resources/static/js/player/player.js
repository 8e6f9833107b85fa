import { onFrame, wake } from './clock.js';

/** Owns the instant on screen, and nothing else: what is drawn is a function of `tMicros`. */
export class Player {
  /** @param {(player: Player) => void} render called once a frame in which something changed */
  constructor(render) {
    this.tMicros = 0;
    this.lengthMicros = 0;
    this.speed = 1;
    this.playing = false;
    this.visible = true;
    this.dirty = true;
    /** Whether the picture differs from the last one by the instant alone. */
    this.onlyTime = false;
    this.render = render;
    onFrame(elapsed => this.step(elapsed));
  }

  step(elapsedMillis) {
    const runs = this.playing && this.visible;
    if (runs) {
      this.tMicros = Math.min(this.lengthMicros, this.tMicros + elapsedMillis * 1000 * this.speed);
      if (this.tMicros >= this.lengthMicros) this.playing = false;
    }
    if (runs || this.dirty) {
      this.onlyTime = !this.dirty;
      this.dirty = false;
      this.render(this);
    }
    return (this.playing && this.visible) || this.dirty;
  }

  changed() {
    this.dirty = true;
    wake();
  }

  seek(tMicros) {
    this.tMicros = Math.min(this.lengthMicros, Math.max(0, tMicros));
    this.changed();
  }

  pause() {
    this.playing = false;
    this.changed();
  }

  play() {
    if (this.tMicros >= this.lengthMicros) this.tMicros = 0;
    this.playing = true;
    this.changed();
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  show(visible) {
    this.visible = visible;
    this.changed();
  }
}
