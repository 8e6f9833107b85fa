import { Pen } from '../../main/resources/static/js/scene/pen.js';
import { recordingContext } from './recording-context.js';

/** A page that has canvases: every one made is remembered with what was painted on it. */
export function withCanvases(tell) {
  const made = [];
  globalThis.OffscreenCanvas = class {
    constructor(width, height) {
      Object.assign(this, { width, height }, recordingContext());
      made.push(this);
    }
    getContext() {
      return this.context;
    }
    transferToImageBitmap() {
      const { width, height } = this,
        painted = this.calls.splice(0);
      return { width, height, painted, close() {} };
    }
  };
  try {
    tell(made);
  } finally {
    delete globalThis.OffscreenCanvas;
  }
}

/** A pen on a canvas with so many pixels of the device to one of the page, and what it was told. */
export function penOf(palette, ratio = 2) {
  const { context, calls } = recordingContext(),
    counting = new Proxy(context, { get: (of, name) => (name === 'getTransform' ? () => ({ a: ratio }) : of[name]), set: Reflect.set });
  return { pen: new Pen(counting, palette), calls };
}
