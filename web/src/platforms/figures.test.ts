import { expect, test } from "vitest";
import type { PlatformSide } from "../api/platforms";
import type { ContentType, MetricValue, Platform, Published, RateValue } from "../api/types";
import { barScale, inOrder, readFigure } from "./figures";
import { cellOf, scaleOf, typesOf } from "./types";

const coverage = { unit: "account_day" as const, reporting: 28, expected: 28, items: 28 };
const metric = (part: Partial<MetricValue>): MetricValue => ({
  value: null,
  previous: null,
  compared: null,
  change: null,
  change_ratio: null,
  change_status: "incomparable",
  coverage,
  status: "complete",
  estimated: false,
  provisional: false,
  sources: [],
  bucket_zones: [],
  reason: null,
  definition: "likes/1",
  per_day: null,
  ...part,
});
const rate = (part: Partial<RateValue>): RateValue => ({
  value: 0.05,
  previous: null,
  compared: null,
  numerator: null,
  denominator: null,
  definition: "engagement_rate/1",
  by: null,
  engagement: null,
  platforms_left_out: [],
  reason: null,
  interval: [0.04, 0.06],
  level: 0.95,
  interval_unit: "day",
  change_points: null,
  change_status: "incomparable",
  coverage,
  status: "complete",
  ...part,
});
const published = (posts: number): Published => ({
  posts: { value: posts, previous: null, change: null },
  boosted_left_out: 0,
  equal_age: { age_hours: null, metrics: {}, rates: {}, left_out: 0, previous_left_out: null, reason: null },
});
const side = (platform: Platform, part: Partial<PlatformSide> = {}): PlatformSide => ({
  platform,
  accounts: 1,
  metrics: {},
  engagement: metric({}),
  rates: {},
  followers: { value: null, at: null, net_change: null, accounts: { reporting: 0, expected: 1 } },
  published: published(3),
  share: {},
  per_post: {},
  per_follower: {},
  ...part,
});

test("a missing figure is never zero and says why", () => {
  const reason = "Cannot be added: the same people may be counted on several days.";
  const of = side("linkedin", {
    metrics: {
      impressions: metric({ status: "not_provided" }),
      reach: metric({ status: "not_collected", reason }),
      clicks: metric({ status: "not_permitted" }),
    },
  });
  const read = (key: "impressions" | "reach" | "clicks" | "followers" | "saves") =>
    readFigure(key, of, "total", {});
  expect(read("impressions")).toMatchObject({ value: null, text: "", why: "not provided" });
  expect(read("reach")).toMatchObject({ value: null, why: "cannot be added" });
  expect(read("reach").facts).toContainEqual(["Why", reason]);
  expect(read("clicks")).toMatchObject({ value: null, why: "not permitted" });
  expect(read("followers")).toMatchObject({ value: null, why: "not collected", notes: [] });
  expect(read("saves")).toMatchObject({ value: null, why: "not provided" });
});

test("the reach of posts stands in for a reach that cannot be added, and is called a sum", () => {
  const of = side("tiktok", {
    metrics: { reach: metric({}), summed_post_reach: metric({ value: 1200 }) },
  });
  expect(readFigure("reach", of, "total", {})).toMatchObject({ value: 1200, notes: ["summed over posts"] });
});

test("a rate shows its interval and what it is divided by", () => {
  const of = side("youtube", { rates: { engagement_rate: rate({ by: "video_views", status: "partial" }) } });
  const figure = readFigure("engagement_rate", of, "total", {});
  expect(figure.notes).toEqual(["4.00% to 6.00%", "Partial: 28 of 28 account days", "by video views"]);
});

test("rates with different denominators have no bars, and what is missing does not count", () => {
  const of = (by: "impressions" | "video_views", value: number | null) =>
    readFigure(
      "engagement_rate",
      side("x", { rates: { engagement_rate: rate({ by, value }) } }),
      "total",
      {},
    );
  expect(barScale([of("impressions", 0.02), of("video_views", 0.05)])).toBeNull();
  expect(barScale([of("impressions", 0.02), of("impressions", 0.05)])).toBe(0.05);
  expect(barScale([of("impressions", 0.02), of("video_views", null)])).toBe(0.02);
  expect(barScale([of("impressions", 0)])).toBeNull();
});

test("averages and totals per follower keep their own reasons", () => {
  const of = side("instagram", {
    metrics: { likes: metric({ value: 50 }), saves: metric({ status: "not_provided" }) },
    per_post: { likes: { value: 2.345, coverage: { ...coverage, unit: "post" }, status: "complete" } },
    per_follower: { likes: null },
  });
  expect(readFigure("likes", of, "post", {})).toMatchObject({ value: 2.345, text: "2.35" });
  expect(readFigure("likes", of, "follower", {})).toMatchObject({ value: null, why: "followers not known" });
  expect(readFigure("saves", of, "follower", {})).toMatchObject({ value: null, why: "not provided" });
  // Of all platforms together nobody says means.
  expect(readFigure("posts", of, "post", {})).toMatchObject({ value: 3 });
});

test("platforms without the value come last either way", () => {
  const sides = [side("x"), side("linkedin"), side("facebook")];
  const values: Record<string, number | null> = { x: null, linkedin: 0, facebook: 5 };
  const order = (sort: "impressions" | "-impressions") =>
    inOrder(
      sides,
      sort,
      ({ platform }) => platform,
      (_key, { platform }) => values[platform] ?? null,
    ).map(({ platform }) => platform);
  expect(order("impressions")).toEqual(["linkedin", "facebook", "x"]);
  expect(order("-impressions")).toEqual(["facebook", "linkedin", "x"]);
});

test("types that nobody published are left out, and a type without posts of a platform has no cell", () => {
  const type = (content_type: ContentType, posts: number, mean: number | null) => ({
    content_type,
    share_of_posts: null,
    metrics: {},
    engagement: metric({}),
    per_post: {
      engagement: {
        value: mean,
        coverage: { unit: "post" as const, reporting: posts, expected: posts, items: posts },
        status: "complete" as const,
      },
    },
    rates: {},
    published: published(posts),
  });
  const one = {
    platform: "linkedin" as const,
    posts: 3,
    content_types: [type("image", 1, 4), type("live", 0, null)],
  };
  const other = {
    platform: "youtube" as const,
    posts: 9,
    content_types: [type("video", 5, 12), type("image", 2, 30)],
  };
  expect(typesOf([one, other])).toEqual(["video", "image"]);
  expect(cellOf(one, "video", "engagement")).toBeUndefined();
  expect(cellOf(one, "live", "engagement")).toBeUndefined();
  expect(cellOf(one, "image", "engagement")).toMatchObject({ value: 4, text: "4", notes: ["1 post"] });
  expect(scaleOf(other, "engagement")).toBe(30);
});

test("what is compared is named where it is not the number shown", () => {
  const whole = side("bluesky", {
    engagement: metric({
      value: 31.3,
      compared: -0.098,
      previous: 246.6,
      change: -246.7,
      change_status: "small_base",
    }),
  });

  const figure = readFigure("engagement", whole, "total", {});

  expect(figure.change?.from).toBe("from 247 to 0 on settled days");
  expect(figure.change?.text).toBe("");
});
