import { expect, it } from "vitest";
import { dotsOf } from "./dots";

const DAYS = [true, true, true, true, false, true, false, false, true, true];

it("has a dot for each imported day while they lie apart", () => {
  expect(dotsOf(DAYS, 8)).toEqual([0, 1, 2, 3, 5, 8, 9]);
});

it("has one at either end of each run where they would touch", () => {
  expect(dotsOf(DAYS, 7.9)).toEqual([0, 3, 5, 8, 9]);
  expect(dotsOf([false, false], 1)).toEqual([]);
});
