import { expect, it } from "vitest";
import { busiest, rhythmOf } from "./rhythm";

/** From Monday, 2 November 2026. */
const days = (...posts: number[]) =>
  posts.map((count, index) => ({ date: `2026-11-${String(index + 2).padStart(2, "0")}`, posts: count }));

it("is how many posts come in a week, on which days, and for how long there was none", () => {
  const rhythm = rhythmOf(days(2, 0, 1, 0, 0, 0, 1, 2, 0, 0, 0, 1, 0, 0));
  expect(rhythm).toEqual({
    posts: 7,
    days: 14,
    perWeek: 3.5,
    byWeekday: [4, 0, 1, 0, 1, 0, 1],
    pause: { from: "2026-11-05", to: "2026-11-07", days: 3 },
  });
  expect(rhythm && busiest(rhythm)).toEqual([0]);
});

it("begins with the first post, and a pause may last until the end", () => {
  const rhythm = rhythmOf(days(0, 0, 0, 0, 1, 0, 0));
  expect(rhythm).toMatchObject({
    days: 3,
    perWeek: 7 / 3,
    pause: { from: "2026-11-07", to: "2026-11-08", days: 2 },
  });
});

it("has no pause of a single day, and no busiest day where all are alike", () => {
  const rhythm = rhythmOf(days(1, 0, 1, 0, 1, 0, 1));
  expect(rhythm?.pause).toBeUndefined();
  expect(rhythm && busiest(rhythm)).toEqual([0, 2, 4, 6]);
  const even = rhythmOf(days(1, 1, 1, 1, 1, 1, 1));
  expect(even && busiest(even)).toEqual([]);
});

it("is unknown without a post", () => {
  expect(rhythmOf(days(0, 0, 0))).toBeUndefined();
  expect(rhythmOf([])).toBeUndefined();
});
