import { expect, it } from "vitest";
import { isCovered } from "./covered";

const BAR = 56;

it("is whatever reaches under the bar", () => {
  expect(isCovered({ top: 10, bottom: 40 }, BAR)).toBe(true);
  expect(isCovered({ top: -20, bottom: 10 }, BAR)).toBe(true);
  expect(isCovered({ top: 50, bottom: 90 }, BAR)).toBe(true);
  expect(isCovered({ top: -20, bottom: 900 }, BAR)).toBe(true);
});

it("is neither what stands below the bar nor what was scrolled away", () => {
  expect(isCovered({ top: 56, bottom: 90 }, BAR)).toBe(false);
  expect(isCovered({ top: 300, bottom: 340 }, BAR)).toBe(false);
  expect(isCovered({ top: -80, bottom: 0 }, BAR)).toBe(false);
});
