/** Nearer to each other than this many pixels, dots are a blot. */
const APART = 8;

/**
 * The places that have a hollow dot: all that are imported while they lie apart, else the first and last of each run.
 *
 * @param step pixels from one place to the next
 */
export function dotsOf(imported: readonly boolean[], step: number): number[] {
  return imported.flatMap((is, index) => {
    const inside = imported[index - 1] === true && imported[index + 1] === true;
    return is && (step >= APART || !inside) ? [index] : [];
  });
}
