// The two switches on every page. Without this module they post a form and the page comes back; with it the theme changes at once.
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const themeNow = () => root.dataset.theme || (dark.matches ? 'dark' : 'light');
const form = document.querySelector('.spine .foot');

form?.addEventListener('submit', async event => {
  if (event.submitter?.name !== 'theme') return;
  event.preventDefault();
  root.dataset.theme = themeNow() === 'dark' ? 'light' : 'dark';
  dispatchEvent(new Event('themechange'));
  const body = new URLSearchParams(new FormData(form));
  body.set('theme', root.dataset.theme);
  await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
});
dark.addEventListener('change', () => dispatchEvent(new Event('themechange')));
