import { expect, test } from "vitest";
import type { MetricValue, RateValue } from "../api/types";
import { figureDefinition } from "./definitions";
import { metricFacts, rateFacts } from "./facts";

const coverage = { unit: "account_day" as const, reporting: 27, expected: 28, items: 28 };
const likes: MetricValue = {
  value: 31,
  previous: 40,
  compared: 20,
  change: -20,
  change_ratio: -0.5,
  change_status: "ok",
  coverage,
  status: "partial",
  estimated: true,
  provisional: false,
  sources: ["post_activity"],
  bucket_zones: ["UTC"],
  reason: null,
  definition: "likes/1",
  per_day: null,
};
const rate: RateValue = {
  value: 0.05,
  previous: null,
  compared: null,
  numerator: 50,
  denominator: 1000,
  definition: "engagement_rate/1",
  by: "impressions",
  engagement: "engagement/1",
  platforms_left_out: [],
  reason: null,
  interval: null,
  level: 0.95,
  interval_unit: "day",
  change_points: null,
  change_status: "incomparable",
  coverage,
  status: "complete",
};
const definitions = {
  "likes/1": "Likes that people gave.",
  "activity/1": "What a counter gained.",
  "engagement_with_clicks/1": "engagement/1 + clicks.",
};
const origin = {
  platforms: [["Platforms", "Bluesky 31"]] as [string, string][],
  collected: [["Last collected", "today"]] as [string, string][],
};

test("a metric begins with what it is and ends with when it was collected", () => {
  expect(metricFacts(likes, definitions, origin).map(([term]) => term)).toEqual([
    "Definition",
    "Platforms",
    "Reported",
    "Status",
    "Note",
    "From",
    "Worked out",
    "Days end in",
    "Last collected",
  ]);
  expect(metricFacts(likes, definitions)[0]?.[1]).toEqual(["Likes that people gave.", " (likes/1)"]);
});

test("a rate shows the sums that it is made of", () => {
  const formula = (one: RateValue) => rateFacts(one, {}).find(([term]) => term === "Formula")?.[1];

  expect(formula(rate)).toBe("Engagement 50 / Impressions 1,000 = 5.00%");
  expect(formula({ ...rate, definition: "follower_growth/1", by: null, engagement: null })).toBe(
    "Net change 50 / Followers before 1,000 = 5.00%",
  );
  expect(formula({ ...rate, value: null, numerator: null, denominator: null })).toBeUndefined();
});

test("the head of a column finds its definition by the name of the figure", () => {
  expect(figureDefinition("likes", definitions)).toEqual([
    ["Definition", ["Likes that people gave.", " (likes/1)"]],
  ]);
  expect(figureDefinition("engagement", definitions)[0]?.[1]).toEqual([
    "engagement/1 + clicks.",
    " (engagement_with_clicks/1)",
  ]);
  expect(figureDefinition("account", definitions)).toEqual([]);
});
