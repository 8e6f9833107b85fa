// The page's sentences, in the reader's language, as the server wrote them into <template id="texts">.

/**
 * @returns {(key: string, ...values) => string} looks below `stage.<lab>.` first, then below `stage.`, then below the lab;
 *   {0}, {1} … are filled in
 */
export function readTexts(template, lab) {
  const texts = new Map([...template.content.querySelectorAll('[data-key]')].map(e => [e.dataset.key, e.textContent])),
    found = new Map();
  return (key, ...values) => {
    let text = found.get(key);
    if (text === undefined) {
      text = [`stage.${lab}.${key}`, `stage.${key}`, `lab.${lab}.${key}`, key].map(k => texts.get(k)).find(Boolean);
      if (text === undefined) throw new Error(`no text for ${key}`);
      found.set(key, text);
    }
    return values.length ? text.replace(/\{(\d)\}/g, (_, i) => values[i] ?? '') : text;
  };
}
