/** Where a finger is, in pixels. */
export interface Place {
  x: number;
  y: number;
}

/** Nearer than that it was a tap, or a hand that is not still. */
const LEAST = 48;
/** How much farther to the side than up or down it has to go, so that nobody who scrolls swipes. */
const ASIDE = 2;

/** Which way a finger asked to go: to what is next, to what was before, or nowhere. */
export function swiped(from: Place, to: Place): 1 | -1 | 0 {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.abs(x) < LEAST || Math.abs(x) < ASIDE * Math.abs(y)) return 0;
  return x < 0 ? 1 : -1;
}

/**
 * What comes after something in a list, or before it, and beyond its end the other end. What is not in the list is
 * left for its first, or its last.
 */
export function inTurn<T>(all: readonly T[], now: T, step: 1 | -1): T | undefined {
  const at = all.indexOf(now);
  return at < 0 ? all.at(step > 0 ? 0 : -1) : all[(at + step + all.length) % all.length];
}
