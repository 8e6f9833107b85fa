/** Curves and small arithmetic that scenes share. */
export const clamp = (x, low, high) => Math.min(high, Math.max(low, x));
export const mix = (a, b, u) => a + (b - a) * u;
/** Cubic out: quick to leave, slow to arrive. */
export const ease = u => (u <= 0 ? 0 : u >= 1 ? 1 : 1 - (1 - u) ** 3);
/** A point of a cubic Bézier curve, one coordinate at a time. */
export const bezier = (a, b, c, d, u) => {
  const w = 1 - u;
  return w * w * w * a + 3 * w * w * u * b + 3 * w * u * u * c + u * u * u * d;
};
