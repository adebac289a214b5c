/** On which sides of what is moved sideways there is more. */
export interface Beside {
  left: boolean;
  right: boolean;
}

export const NOTHING_BESIDE: Beside = { left: false, right: false };

/** Less than that is a matter of rounding, not of something that nobody sees. */
const LEAST = 2;

export function outOfSight(place: Pick<Element, "scrollLeft" | "scrollWidth" | "clientWidth">): Beside {
  const right = place.scrollWidth - place.clientWidth - place.scrollLeft >= LEAST;
  const left = place.scrollLeft >= LEAST;
  return left || right ? { left, right } : NOTHING_BESIDE;
}
