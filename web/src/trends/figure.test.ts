import { expect, it } from "vitest";
import type { MetricValue, Overview, TrendFigure } from "../api/types";
import type { View } from "../filters/view";
import { toVisitSearch } from "../share/search";
import { trendFigure, withValues } from "./figure";

const NOTHING = { value: null, coverage: { reporting: 0 } };

/** Of an overview, what is known of its figures. */
function overview(likes: object, reach: object, engagement: object): Overview {
  return { metrics: { likes, reach }, rates: {}, engagement: engagement as MetricValue } as Overview;
}

const ALL: TrendFigure[] = ["likes", "reach", "engagement", "engagement_rate"];

it("leaves out figures without values, and keeps what is 0 and what only has no sum", () => {
  const zero = { value: 0, coverage: { reporting: 1 } };
  const unsummed = { value: null, coverage: { reporting: 3 } };
  expect(withValues(overview(zero, unsummed, NOTHING), ALL)).toEqual(["likes", "reach"]);
});

it("keeps all figures where none has values", () => {
  expect(withValues(overview(NOTHING, NOTHING, NOTHING), ALL)).toEqual(ALL);
});

it("shows the first figure that there is where the address names a measure of another page", () => {
  const impressions = { metrics: { impressions: { status: "complete" } } } as unknown as Overview;
  expect(trendFigure(impressions, toVisitSearch({ metric: "er" }) as View)).toBe("impressions");
  expect(trendFigure(impressions, toVisitSearch({ metric: "likes" }) as View)).toBe("likes");
});
