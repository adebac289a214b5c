import { expect, it } from "vitest";
import type { TrendMarker, Trends } from "../api/types";
import { toldMarkers } from "./restatements";

const DAY: TrendMarker = {
  kind: "restatement",
  from: "2026-11-03",
  to: "2026-11-03",
  platform: "linkedin",
  metric: "impressions",
  content_types: [],
  text: "As the server says it.",
  source: null,
  restatement: {
    seen_on: "2026-11-15",
    unit: "account_day",
    items: 1,
    accounts: 1,
    before: 1_240_100,
    after: 1_243_900,
    as_of: null,
  },
};

function told(
  change: Partial<NonNullable<TrendMarker["restatement"]>>,
  metric = DAY.metric,
  basis: Trends["period"]["basis"] = "activity",
) {
  const restatement = DAY.restatement && { ...DAY.restatement, ...change };
  return toldMarkers([{ ...DAY, metric, restatement }], basis)[0]?.text;
}

it("tells what a platform changed with numbers in full, since shortened they might look the same", () => {
  expect(told({})).toBe(
    "LinkedIn changed 1 day that was settled. Before: 1,240,100, since: 1,243,900. Seen on Nov 15, 2026.",
  );
});

it("tells no sum where there is none", () => {
  expect(told({ items: 2, before: null, after: null })).toBe(
    "LinkedIn changed 2 days that were settled. Seen on Nov 15, 2026.",
  );
});

it("tells what was taken back from posts, and hours of watching", () => {
  expect(told({ unit: "post", items: 3, before: 7200, after: 3600 }, "watch_time_seconds")).toBe(
    "LinkedIn took back a part of what it had counted for 3 posts." +
      " Before: 2 h, since: 1 h. It counts as no activity. Seen on Nov 15, 2026.",
  );
});

it("says nothing of activity where posts stand on the day of their publication", () => {
  expect(told({ unit: "post" }, "impressions", "published")).not.toContain("activity");
});

it("leaves breaks as the server says them", () => {
  const one: TrendMarker = { ...DAY, kind: "series_break", source: "A page", restatement: null };
  expect(toldMarkers([one], "activity")).toEqual([one]);
});
