import { expect, it } from "vitest";
import { outOfSight } from "./outOfSight";

it.each([
  [0, 900, 900, false, false],
  // Rounding hides nothing.
  [0, 901, 900, false, false],
  [0, 1200, 900, false, true],
  [150, 1200, 900, true, true],
  [299.5, 1200, 900, true, false],
])("at %d of %d in %d there is more", (scrollLeft, scrollWidth, clientWidth, left, right) => {
  expect(outOfSight({ scrollLeft, scrollWidth, clientWidth })).toEqual({ left, right });
});
