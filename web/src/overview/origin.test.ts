import { expect, test } from "vitest";
import type { Overview } from "../api/types";
import { originOf } from "./origin";

const shares = (value: number | null, by: string, status = "complete") => ({ value, by, status });
const overview = {
  period: { time_zone: "UTC" },
  last_collected_at: "2026-11-28T03:19:46Z",
  rates: { engagement_rate: { by: "impressions", platforms_left_out: ["youtube"] } },
  platforms: [
    {
      platform: "linkedin",
      metrics: { likes: { value: null, status: "not_provided" } },
      rates: { engagement_rate: shares(0.05, "impressions") },
      published: { posts: { value: 3 } },
    },
    {
      platform: "youtube",
      metrics: { likes: { value: 12, status: "complete" } },
      rates: { engagement_rate: shares(0.02, "video_views") },
      published: { posts: { value: 0 } },
    },
  ],
} as unknown as Overview;

test("a number names the platforms that it comes from, and why others are not in it", () => {
  expect(originOf("likes", overview).platforms).toEqual([
    ["Platforms", "YouTube 12"],
    ["Without", "LinkedIn (not provided)"],
  ]);
  expect(originOf("posts", overview).platforms).toEqual([["Platforms", "LinkedIn 3, YouTube 0"]]);
});

test("a rate leaves out what divides by something else", () => {
  expect(originOf("engagement_rate", overview).platforms).toEqual([
    ["Platforms", "LinkedIn 5.00%"],
    ["Without", "YouTube (by video views)"],
  ]);
});

test("says when numbers were last collected, where they were", () => {
  expect(originOf("likes", overview).collected[0]?.[0]).toBe("Last collected");
  expect(originOf("likes", { ...overview, last_collected_at: null }).collected).toEqual([]);
});
