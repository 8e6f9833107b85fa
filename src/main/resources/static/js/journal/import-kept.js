// The question of an import, kept in this tab until it is answered: the files in it once, what was decided at every change. Nothing
// of it is on the server, see ADR 31.
const FILES = 'tilab-import-files';
const DECIDED = 'tilab-import-decided';
const PACKED = ['parcel', 'aside'];

let whole = false;

/** Whether all of it is kept; a large import is not. */
export const isKept = () => whole;

/** @param {HTMLFormElement} form */
export function keep(form) {
  const files = new URLSearchParams();
  const decided = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (PACKED.includes(name)) files.append(name, String(value));
    else if (name !== '_csrf') decided.append(name, String(value));
  }
  try {
    if (sessionStorage.getItem(FILES) !== files.toString()) sessionStorage.setItem(FILES, files.toString());
    sessionStorage.setItem(DECIDED, decided.toString());
    whole = true;
  } catch {
    forget(); // half of it would be worse than nothing
  }
}

/** As the form would send it; null where nothing is kept. */
export function kept() {
  const files = sessionStorage.getItem(FILES);
  return files === null ? null : new URLSearchParams(`${files}&${sessionStorage.getItem(DECIDED) ?? ''}`);
}

export function forget() {
  whole = false;
  sessionStorage.removeItem(FILES);
  sessionStorage.removeItem(DECIDED);
}
