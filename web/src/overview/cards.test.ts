import { describe, expect, it } from "vitest";
import type { MetricValue, Overview } from "../api/types";
import { chooseCards, emptyWords, isEmptyPeriod, knownSince } from "./cards";

function metric(part: Partial<MetricValue>): MetricValue {
  return {
    value: null,
    previous: null,
    compared: null,
    change: null,
    change_ratio: null,
    change_status: "incomparable",
    coverage: { unit: "account_day", reporting: 0, expected: 0, items: 0 },
    status: "not_collected",
    estimated: false,
    provisional: false,
    sources: [],
    bucket_zones: [],
    reason: null,
    definition: "likes/1",
    per_day: null,
    ...part,
  };
}

function overview(metrics: Overview["metrics"], posts = 0): Overview {
  return {
    business_id: 1,
    period: { from: "2026-10-01", to: "2026-10-31", time_zone: "UTC", basis: "activity", basis_reason: "" },
    comparison: null,
    data_version: 1,
    as_of: null,
    last_collected_at: null,
    first_collected_at: null,
    data_extent: null,
    platforms: [],
    definitions: {},
    metrics,
    rates: {},
    followers: { value: null, at: null, net_change: null, accounts: { reporting: 0, expected: 0 } },
    engagement: metric({}),
    published: {
      posts: { value: posts, previous: null, change: null },
      boosted_left_out: 0,
      equal_age: {
        age_hours: null,
        metrics: {},
        rates: {},
        left_out: 0,
        previous_left_out: null,
        reason: null,
      },
    },
  };
}

const names = (metrics: Overview["metrics"]) => chooseCards(overview(metrics)).cards.map((card) => card.name);

describe("the cards", () => {
  it("name what is not provided in place of an empty card", () => {
    const choice = chooseCards(
      overview({ impressions: metric({ value: 5 }), video_views: metric({ status: "not_provided" }) }),
    );
    expect(choice.cards.map((card) => card.name)).not.toContain("video_views");
    expect(choice.notProvided).toEqual(["video_views"]);
  });

  it("keep a card for what should be there and is missing", () => {
    expect(names({ impressions: metric({ status: "not_collected" }) })).toContain("impressions");
  });

  it("show the summed post reach only where reach itself has no value", () => {
    expect(names({ reach: metric({}), summed_post_reach: metric({ value: 9 }) })).toContain(
      "summed_post_reach",
    );
    expect(names({ reach: metric({ value: 4 }), summed_post_reach: metric({ value: 9 }) })).toContain(
      "reach",
    );
  });

  it("fall back to all clicks where link clicks are unknown", () => {
    expect(
      names({ link_clicks: metric({ status: "not_provided" }), clicks: metric({ value: 3 }) }),
    ).toContain("clicks");
  });
});

describe("an empty period", () => {
  it("has neither a report nor a post", () => {
    expect(isEmptyPeriod(overview({ likes: metric({}) }))).toBe(true);
    expect(isEmptyPeriod(overview({ likes: metric({}) }, 2))).toBe(false);
  });

  it("is not one in which zero was reported", () => {
    expect(isEmptyPeriod(overview({ likes: metric({ value: 0 }) }))).toBe(false);
  });
});

describe("the words of an empty period", () => {
  const october = (basis: "activity" | "published", from: string, to: string) => {
    const empty = overview({});
    return emptyWords(
      { ...empty, period: { ...empty.period, basis }, data_extent: { from, to, posts: 1 } },
      " for X",
    );
  };

  it("do not say that numbers lie elsewhere where days of the period may have some", () => {
    const words = october("published", "2026-09-20", "2026-10-05");
    expect(words.title).toMatch(/^No posts for X were published in the period /);
    expect(words.where).toMatch(/^The numbers of this business are of /);
    expect(words.offersActivity).toBe(true);
  });

  it("tell where the numbers are when none can be in the period", () => {
    const words = october("published", "2026-11-01", "2026-11-05");
    expect(words.where).toMatch(/^The numbers of this business lie elsewhere: /);
    expect(words.offersActivity).toBe(false);
  });

  it("say on the activity basis that there are no numbers", () => {
    const words = october("activity", "2026-09-20", "2026-11-05");
    expect(words.title).toMatch(/^No numbers for X in the period /);
    expect(words.where).toMatch(/ are of /);
    expect(words.offersActivity).toBe(false);
  });

  it("name no place where there are no numbers at all", () => {
    expect(emptyWords(overview({}), "").where).toBeUndefined();
  });
});

it("the past before the first numbers is told as that, and no other", () => {
  const as_of = "2026-11-20T23:59:59.999999Z";
  const at = (first: string | null, asked: string | null = as_of) =>
    knownSince({ ...overview({}), as_of: asked, first_collected_at: first });
  expect(at("2026-11-28T03:58:00Z")).toBe("2026-11-28T03:58:00Z");
  expect(at("2026-11-20T23:59:59.5Z")).toBeUndefined();
  expect(at(null)).toBeUndefined();
  expect(at("2026-11-28T03:58:00Z", null)).toBeUndefined();
});
