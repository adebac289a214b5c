import { describe, expect, it } from "vitest";
import { formatMetric, formatPercent } from "../ui/format";
import { COLUMNS, numberCell, POST_WIDTH, SORT_KEYS, tableWidth } from "./columns";
import { listPost } from "./testing";

describe("a number of a post", () => {
  it("is shown as it was reported, nought included", () => {
    const post = listPost({ metrics: { likes: { value: 0, state: "reported" } } });
    expect(numberCell("likes", post)).toEqual({ text: "0" });
  });

  it("is read in hours where it is a time", () => {
    const post = listPost({ metrics: { watch_time_seconds: { value: 5400, state: "reported" } } });
    expect(numberCell("watch_time_seconds", post)).toEqual({
      text: formatMetric("watch_time_seconds", 5400),
    });
  });

  it("gives the reason where it is missing, never nought", () => {
    const post = listPost({ metrics: { reach: { value: null, state: "not_provided" } } });
    expect(numberCell("reach", post)).toEqual({ missing: "not provided by the platform" });
    expect(numberCell("saves", post)).toEqual({ missing: "not collected" });
  });

  it("tells what a rate lacks", () => {
    expect(numberCell("engagement_rate", listPost({ engagement: 86, engagement_rate: 0.0372 }))).toEqual({
      text: formatPercent(0.0372),
    });
    expect(numberCell("engagement_rate", listPost({ engagement: null }))).toEqual({
      missing: "a part of engagement is missing",
    });
    expect(numberCell("engagement_rate", listPost({ engagement: 86 }))).toEqual({
      missing: "no impressions known to divide by on LinkedIn",
    });
  });
});

describe("columns", () => {
  it("offer everything that posts can be ordered by, once each", () => {
    expect(new Set(COLUMNS).size).toBe(COLUMNS.length);
    for (const key of SORT_KEYS) expect(COLUMNS).toContain(key);
  });

  it("make the table as wide as they are", () => {
    expect(tableWidth([])).toBe(POST_WIDTH);
    expect(tableWidth(["likes", "saves"]) - tableWidth(["likes"])).toBe(112);
  });
});
