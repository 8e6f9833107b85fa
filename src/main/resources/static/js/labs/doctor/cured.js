// Which of the listed patients were cured here: the browser remembers, nobody else is told.

const KEY = 'tilab-doctor-cured';

/** @returns {Set<string>} */
export function cured() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    return new Set(); // a browser that keeps nothing, or kept something else
  }
}

/** @param {string} patient */
export function remember(patient) {
  const all = cured().add(patient);
  try {
    localStorage.setItem(KEY, JSON.stringify([...all]));
  } catch {} // it stays a patient that nobody cured
}

/** Marks those that were cured in the list. @param {HTMLElement} list  @param {HTMLElement} count */
export function showCured(list, count) {
  const known = cured(),
    links = [...list.querySelectorAll('a')],
    done = links.filter(link => known.has(link.dataset.patient));
  for (const link of links) link.classList.toggle('cured', done.includes(link));
  count.textContent = done.length ? `✓ ${done.length} / ${links.length}` : '';
}
