// A form that was open for long may hold a token that is not the browser's any more: any program on this host can overwrite the
// cookie. Browsers that say where a request comes from need none; for all others the page fetches itself and takes the new one.
export async function renew(form, body) {
  const page = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
  const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('main input[name="_csrf"]')?.value;
  if (!page.ok || !token) return false;
  form.elements._csrf.value = token;
  body.set('_csrf', token);
  return true;
}
