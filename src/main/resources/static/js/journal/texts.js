// Words in the reader's language, rendered into the page by the server.
const texts = JSON.parse(document.getElementById('texts')?.textContent || '{}');

/** The text of a key, with {0} filled in. @param {string} key @param {string|number} [value] */
export const say = (key, value = '') => (texts[key] ?? key).replaceAll('{0}', value);

/** Letters that a reader sees: code points without white space, as the server counts them. */
export const letters = text => [...text.replace(/\s/gu, '')].length;

/** "412자", or a word for nothing. */
export const count = (text, nothing) => {
  const n = letters(text);
  return n === 0 ? nothing : say('letters', n.toLocaleString(document.documentElement.lang));
};

/** As the server's pages order the parts of a date. */
export const dates = options => new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, options);
