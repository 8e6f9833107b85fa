// The two switches on every page. Without this module they post a form and the page comes back; with it the theme changes at once.
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const themeNow = () => root.dataset.theme || (dark.matches ? 'dark' : 'light');
const form = document.querySelector('.spine .foot');

form?.addEventListener('submit', event => {
  if (event.submitter?.name !== 'theme') return;
  event.preventDefault();
  root.dataset.theme = themeNow() === 'dark' ? 'light' : 'dark';
  // The same cookie as the server's answer would set; written here, it is there before the next page is asked for.
  document.cookie = `tilab-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  dispatchEvent(new Event('themechange'));
});
dark.addEventListener('change', () => dispatchEvent(new Event('themechange')));

// Which day it is, is a question of where one is. The server's pages follow what stands here.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.split('; ').includes(`tilab-zone=${zone}`)) {
  document.cookie = `tilab-zone=${zone}; path=/; max-age=31536000; samesite=lax`;
}

// "/" leads to the search from every page, but not out of a text that somebody is writing.
addEventListener('keydown', event => {
  const writing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  event.preventDefault();
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector('[role="search"] input[type="search"]'));
  if (field) field.select();
  else location.assign('/search');
});
