// What a key stands for, whatever script is switched on: with Hangul, "s" arrives as "ㄴ", with Caps Lock as "S".
const SIGNS = { BracketLeft: '[', BracketRight: ']', Comma: ',', Period: '.' };

/** The lower-case Latin letter or the sign of a key; for other keys their name. */
export function keyOf({ key, code = '' }) {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  if (/^Key[A-Z]$/.test(code) && key.length <= 2) return code[3].toLowerCase();
  return key.length <= 2 ? SIGNS[code] ?? key : key;
}

/** The element that an address points at; what is no address points at nothing. */
export function targetOf(hash) {
  const name = hash.slice(1);
  let decoded = name;
  try { decoded = decodeURIComponent(name); } catch { /* "100%" is not encoded */ }
  return name ? document.getElementById(decoded) : null;
}
