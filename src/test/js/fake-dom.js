// As much of a page as our modules need to be told stories about without a browser: elements with attributes, classes, children
// and listeners; selectors of one tag, class, id or attribute.

class Fake {
  constructor(name) {
    this.name = name;
    this.attributes = new Map();
    this.children = [];
    this.parent = null;
    this.listeners = new Map();
    this.hidden = false;
    this.words = '';
    this.dataset = new Proxy(this, {
      get: (of, key) => of.attributes.get(dataName(key)),
      set: (of, key, value) => of.setAttribute(dataName(key), value) ?? true,
    });
    this.classList = {
      toggle: (token, on = !this.classes.has(token)) => this.setAttribute('class', [...(on ? this.classes.add(token) : without(this.classes, token))].join(' ')),
      contains: token => this.classes.has(token),
    };
  }
  get classes() {
    return new Set((this.attributes.get('class') ?? '').split(' ').filter(Boolean));
  }
  setAttribute(key, value) {
    this.attributes.set(key, String(value));
    if (key === 'value') this.value = String(value);
  }
  append(...children) {
    for (const child of children) {
      this.children.push(child);
      if (child instanceof Fake) child.parent = this;
    }
  }
  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }
  get textContent() {
    return this.children.map(child => (child instanceof Fake ? child.textContent : child)).join('');
  }
  set textContent(text) {
    this.children = [text];
  }
  *below() {
    for (const child of this.children)
      if (child instanceof Fake) {
        yield child;
        yield* child.below();
      }
  }
  matches(selector) {
    const [, tag, kind, name] = /^([a-z]*)(?:([.#[])([\w-]+)\]?)?$/.exec(selector);
    return (
      (!tag || tag === this.name) &&
      (!kind || (kind === '.' ? this.classes.has(name) : kind === '#' ? this.attributes.get('id') === name : this.attributes.has(name)))
    );
  }
  querySelectorAll(selector) {
    return [...this.below()].filter(element => element.matches(selector));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  contains(other) {
    return other === this || [...this.below()].includes(other);
  }
  addEventListener(type, listener) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  /** Something happened to this element; those around it hear of it too. */
  happens(type) {
    for (let at = this; at; at = at.parent) for (const listener of at.listeners.get(type) ?? []) listener({ type, target: this });
  }
}

const dataName = key => `data-${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
const without = (set, token) => (set.delete(token), set);

/** element('p', { class: 'say' }, children…) */
export function element(name, attributes = {}, ...children) {
  const made = new Fake(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Something that pages keep texts in: localStorage, sessionStorage; `full` refuses what is to be kept. */
export function storage(full = false) {
  const kept = new Map();
  return new Proxy(
    {
      getItem: key => kept.get(key) ?? null,
      setItem(key, value) {
        if (full) throw new Error('full');
        kept.set(key, String(value));
      },
      removeItem: key => kept.delete(key),
    },
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
}

/** Tells a story with these as the page's globals, and takes them away afterwards. */
export function withPage(globals, tell) {
  const before = Object.fromEntries(Object.keys(globals).map(name => [name, Object.getOwnPropertyDescriptor(globalThis, name)])),
    put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  for (const [name, value] of Object.entries(globals)) put(name, value);
  try {
    return tell();
  } finally {
    for (const [name, was] of Object.entries(before))
      if (was) Object.defineProperty(globalThis, name, was);
      else delete globalThis[name];
  }
}

export const page = { createElement: name => element(name), createElementNS: (_, name) => element(name) };
