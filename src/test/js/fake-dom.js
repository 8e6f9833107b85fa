// As much of a page as our modules need to be told stories about without a browser: elements with attributes, classes, children
// and listeners; selectors of tags, classes, ids and attributes, one below another; forms and their fields; a clock by hand.

class Fake {
  constructor(tag) {
    this.tag = tag;
    this.attributes = new Map();
    this.children = [];
    this.parent = null;
    this.listeners = new Map();
    this.hidden = false;
    this.style = { setProperty: (key, value) => (this.style[key] = value) };
    this.dataset = new Proxy(this, {
      get: (of, key) => of.attributes.get(dataName(key)),
      set: (of, key, value) => of.setAttribute(dataName(key), value) ?? true,
    });
    this.classList = {
      toggle: (token, on = !this.classes.has(token)) =>
        this.setAttribute('class', [...(on ? this.classes.add(token) : without(this.classes, token))].join(' ')),
      add: token => this.classList.toggle(token, true),
      contains: token => this.classes.has(token),
    };
  }
  get parentElement() {
    return this.parent;
  }
  get classes() {
    return new Set((this.attributes.get('class') ?? '').split(' ').filter(Boolean));
  }
  setAttribute(key, value) {
    this.attributes.set(key, String(value));
    if (key === 'value') this.value = value;
    if (key === 'checked') this.checked = true;
  }
  getAttribute(key) {
    return this.attributes.get(key) ?? null;
  }
  removeAttribute(key) {
    this.attributes.delete(key);
  }
  after(element) {
    const { children } = this.parent;
    children.splice(children.indexOf(this) + 1, 0, element);
    element.parent = this.parent;
  }
  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter(child => child !== this);
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
  get value() {
    return this.typed ?? '';
  }
  set value(value) {
    this.typed = String(value);
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
    const steps = selector.split(' '),
      own = steps.pop();
    return isOne(this, own) && (!steps.length || Boolean(this.parent?.closest(steps.join(' '))));
  }
  closest(selector) {
    for (let at = this; at; at = at.parent) if (at.matches(selector)) return at;
    return null;
  }
  /** The fields of a form, in order and by name. */
  get elements() {
    const fields = [...this.below()].filter(element => FIELDS.includes(element.tag));
    return Object.assign(fields, Object.fromEntries(fields.filter(field => field.name).map(field => [field.name, field])));
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
  /** Something happened to this element; those around it hear of it too. @returns {object} what they heard of */
  happens(type, more = {}) {
    const event = { type, target: this, prevented: false, preventDefault: () => (event.prevented = true), ...more };
    for (let at = this; at; at = at.parent) for (const listener of at.listeners.get(type) ?? []) listener(event);
    return event;
  }
}

const FIELDS = ['input', 'textarea', 'select', 'button'];
for (const name of ['name', 'id', 'type', 'href'])
  Object.defineProperty(Fake.prototype, name, {
    get() {
      return this.getAttribute(name) ?? '';
    },
    set(value) {
      this.setAttribute(name, value);
    },
  });

/** Whether an element is what one step of a selector names: tag, .class, #id, [attribute], [attribute="…"], [attribute$="…"] */
function isOne(element, step) {
  const parts = [...step.matchAll(/([.#]?)([\w-]+)|\[([\w-]+)(?:(\$?)="([^"]*)")?\]/g)];
  if (parts.map(([part]) => part).join('') !== step) throw new Error(`a selector beyond this page: ${step}`);
  return parts.every(([, kind, name, attribute, end, value]) => {
    const own = element.getAttribute(attribute ?? 'id');
    if (attribute) return own !== null && (value === undefined || (end ? own.endsWith(value) : own === value));
    return kind === '.' ? element.classes.has(name) : kind === '#' ? own === name : element.tag === name;
  });
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

/** What a form sends: fields with a name, boxes only when they are ticked. */
export class FakeFormData {
  constructor(form) {
    this.form = form;
  }
  *[Symbol.iterator]() {
    for (const { name, tag, type, checked, value } of this.form.elements)
      if (name && tag !== 'button' && (type !== 'checkbox' || checked)) yield [name, value ?? ''];
  }
}

/** A clock that stands still until it is told to go on: everything of a page that waits, and the time of day. */
export function clock() {
  let now = 0,
    last = 0;
  const waiting = new Map(),
    wait = (call, millis, every) => waiting.set(++last, { call, at: now + millis, every }) && last,
    forget = id => waiting.delete(id);
  return {
    globals: {
      setTimeout: (call, millis = 0) => wait(call, millis),
      setInterval: (call, millis) => wait(call, millis, millis),
      clearTimeout: forget,
      clearInterval: forget,
      Date: { now: () => now },
    },
    /** Lets time pass, and after everything that happens in it whatever follows from it. */
    async pass(millis) {
      const until = now + millis;
      for (;;) {
        await settled();
        const [id, next] = [...waiting].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
        if (!(next?.at <= until)) break;
        now = next.at;
        if (next.every) next.at += next.every;
        else waiting.delete(id);
        next.call();
      }
      now = until;
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
export async function settled() {
  for (let i = 0; i < 50; i++) await null;
}

/** Tells a story with these as the page's globals, and takes them away afterwards. */
export function withPage(globals, tell) {
  const before = Object.fromEntries(Object.keys(globals).map(name => [name, Object.getOwnPropertyDescriptor(globalThis, name)])),
    put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  for (const [name, value] of Object.entries(globals)) put(name, value);
  const restore = () => {
    for (const [name, was] of Object.entries(before))
      if (was) Object.defineProperty(globalThis, name, was);
      else delete globalThis[name];
  };
  let told;
  try {
    told = tell();
  } finally {
    if (!told?.finally) restore();
  }
  return told?.finally ? told.finally(restore) : told;
}

export const page = { createElement: name => element(name), createElementNS: (_, name) => element(name) };

/** A document around these elements. */
export function documentOf(...children) {
  const made = element('document', {}, ...children);
  return Object.assign(made, page, { getElementById: id => made.querySelector(`#${id}`), documentElement: element('html') });
}
