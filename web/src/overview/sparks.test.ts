import { describe, expect, it } from "vitest";
import type { TrendPoint } from "../api/types";
import type { Card } from "./cards";
import { figuresOf, granularityOf, sparkOf } from "./sparks";

const card = (name: string) => ({ kind: "count", name, figure: {} }) as Card;

function point(
  date: string,
  posts: number,
  likes: number | null,
  provisional = false,
): TrendPoint & { posts: number } {
  const status = likes === null ? "not_collected" : "complete";
  return {
    date,
    posts,
    metrics: { likes: { value: likes, status, provisional, estimated: false, imported: false } },
  };
}

describe("the small line of a card", () => {
  const points = [
    point("2026-11-01", 0, 4),
    point("2026-11-02", 2, null),
    point("2026-11-03", 0, 0),
    point("2026-11-04", 1, 3, true),
  ];

  it("has gaps where nothing was reported, and keeps apart what may still change", () => {
    expect(sparkOf(points, card("likes"))).toEqual({
      settled: [4, null, 0, null],
      provisional: [null, null, 0, 3],
      fromZero: true,
    });
  });

  it("counts published posts, of which a day may have none", () => {
    expect(sparkOf(points, card("posts"))?.settled).toEqual([0, 2, 0, 1]);
  });

  it("is none for what a trend cannot be of", () => {
    expect(sparkOf(points, card("summed_post_reach"))).toBeUndefined();
    expect(figuresOf([card("likes"), card("posts"), card("engagement_rate")])).toEqual([
      "likes",
      "engagement_rate",
    ]);
  });

  it("has no more points than can be told apart", () => {
    expect(granularityOf({ from: "2026-01-01", to: "2026-03-31" })).toBe("day");
    expect(granularityOf({ from: "2025-01-01", to: "2025-12-31" })).toBe("week");
    expect(granularityOf({ from: "2020-01-01", to: "2025-12-31" })).toBe("month");
  });
});
