import { expect, it } from "vitest";
import { inTurn, swiped } from "./swipe";

it.each([
  ["to the left", -120, 10, 1],
  ["to the right", 120, -40, -1],
  ["hardly", -40, 0, 0],
  ["down", 10, 300, 0],
  ["aslant", -120, 100, 0],
])("a finger that goes %s", (_way, x, y, step) => {
  expect(swiped({ x: 200, y: 300 }, { x: 200 + x, y: 300 + y })).toBe(step);
});

it("goes round, and begins at an end with what is not among them", () => {
  const all = ["impressions", "engagement", "followers"];
  expect(inTurn(all, "impressions", 1)).toBe("engagement");
  expect(inTurn(all, "followers", 1)).toBe("impressions");
  expect(inTurn(all, "impressions", -1)).toBe("followers");
  expect(inTurn(all, "likes", 1)).toBe("impressions");
  expect(inTurn(all, "likes", -1)).toBe("followers");
  expect(inTurn([], "likes", 1)).toBeUndefined();
});
