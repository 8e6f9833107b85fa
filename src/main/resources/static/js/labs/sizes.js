// How large things are shown, in units of the pictures.

/** CSS pixels of a unit, as the page's style says, which lets the text beside the pictures grow with them. */
export const scaleNow = () => Number(getComputedStyle(document.documentElement).getPropertyValue('--scale')) || 1;

/** Read when they change: to read them in every frame lays the whole page out in every frame. */
export class Sizes {
  /** @param {() => void} changed something is shown at another size */
  constructor(changed) {
    this.known = new Map();
    this.resizing = new ResizeObserver(changes => {
      for (const { target } of changes) this.forget(target);
      changed();
    });
  }

  /**
   * @param {Element} element
   * @param {number} scale CSS pixels of a unit
   */
  of(element, scale) {
    const known = this.known.get(element);
    if (known) return known;
    const size = { width: element.clientWidth / scale, height: element.clientHeight / scale };
    if (size.width) this.known.set(element, size); // what is not shown yet tells nobody when it is
    this.resizing.observe(element);
    return size;
  }

  forget(element) {
    this.known.delete(element);
  }
}
