import { describe, expect, it } from "vitest";
import { formatCount, formatShare } from "../ui/format";
import { postDetail } from "./testing";
import { valueLines } from "./values";

const ZONE = "Europe/Berlin";

describe("the values of a post", () => {
  it("tell where a number came from", () => {
    const detail = postDetail({
      metrics: {
        impressions: {
          value: 2310,
          state: "reported",
          observed_at: "2026-10-31T05:00:00Z",
          source_id: 1207,
          source: "acme_content.xls",
          stale: true,
          native_fields: ["impressionCount", "Impressions"],
        },
      },
      percentiles: { impressions: { rank: 0.97, posts: 120 } },
    });
    const line = valueLines(detail, ZONE).find(({ key }) => key === "impressions");
    expect(line?.text).toBe(formatCount(2310));
    expect(line?.rank).toBe(`Higher than ${formatShare(0.97)} of 120 other posts`);
    expect(line?.facts.map(([term]) => term)).toEqual(["State", "Read", "Source", "On LinkedIn", "Note"]);
    expect(Object.fromEntries(line?.facts ?? [])).toMatchObject({
      Source: "acme_content.xls",
      "On LinkedIn": "impressionCount, Impressions",
    });
  });

  it("put what is missing last, with its reason and without a number", () => {
    const unread = { observed_at: null, source_id: null, source: null, stale: false, native_fields: [] };
    const detail = postDetail({
      metrics: {
        reach: { value: null, state: "not_permitted", ...unread },
        likes: { value: 3, state: "reported", ...unread },
      },
    });
    const lines = valueLines(detail, ZONE);
    expect(lines.map(({ key }) => key)).toEqual(["engagement", "likes", "reach"]);
    expect(lines[2]).toMatchObject({ text: null, why: "not permitted by the connection" });
    expect(lines[0]).toMatchObject({ text: null, why: "a part of it is missing" });
  });

  it("put a rate's own numbers into its formula", () => {
    const rate = {
      value: 0.0372,
      numerator: 86,
      denominator: 2310,
      by: "impressions",
      definition: "engagement_rate/1",
    };
    const detail = postDetail({ rates: { engagement_rate: rate } });
    const facts = Object.fromEntries(valueLines(detail, ZONE)[1]?.facts ?? []);
    expect(facts).toMatchObject({
      Here: `86 of ${formatCount(2310)} impressions`,
    });
  });

  it("say which side of a rate is not known", () => {
    const rate = { value: null, numerator: 86, denominator: null, by: "reach", definition: "x/1" };
    expect(valueLines(postDetail({ rates: { engagement_rate: rate } }), ZONE)[1]?.why).toBe(
      "reach not known",
    );
  });
});
