import { describe, expect, it } from "vitest";
import type { Audience, AudienceAccount } from "../api/audience";
import { dimensionName, followerPoints, isAnyImported, keyName, lost, whyNotLost } from "./words";

const ACCOUNT: AudienceAccount = {
  account: { id: 1, platform: "linkedin", handle: "a", name: "A" },
  followers: 110,
  at: "2026-03-30",
  opening: 100,
  closing: 110,
  net_change: 10,
  growth_rate: 0.1,
  new_followers: 14,
  new_followers_days: 3,
  days: 3,
  series: [
    { date: "2026-03-28", followers: 104, imported: true },
    { date: "2026-03-30", followers: 110, imported: false },
  ],
};
const AUDIENCE: Audience = {
  business_id: 1,
  from: "2026-03-28",
  to: "2026-03-30",
  time_zone: "Europe/Berlin",
  data_version: 1,
  as_of: null,
  accounts: [ACCOUNT],
  breakdowns: [],
  definitions: {},
};

describe("the audience", () => {
  it("has a point for each day, without a value where nothing was read", () => {
    const points = followerPoints(AUDIENCE, ACCOUNT);
    expect(points.map(({ date }) => date)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
    expect(points.map(({ metrics }) => metrics.followers?.value)).toEqual([104, null, 110]);
    expect(points.map(({ metrics }) => metrics.followers?.imported)).toEqual([true, false, false]);
    expect(isAnyImported(AUDIENCE)).toBe(true);
    expect(isAnyImported({ ...AUDIENCE, accounts: [{ ...ACCOUNT, series: [] }] })).toBe(false);
  });

  it("knows who left only where all who came were counted", () => {
    expect(lost(ACCOUNT)).toBe(4);
    expect(lost({ ...ACCOUNT, new_followers: null })).toBeNull();
    expect(lost({ ...ACCOUNT, new_followers_days: 2 })).toBeNull();
    expect(lost({ ...ACCOUNT, new_followers: 7 })).toBeNull();
  });

  it("says why it is not known who left", () => {
    expect(whyNotLost({ ...ACCOUNT, new_followers: null })).toBe("gained is not known");
    expect(whyNotLost({ ...ACCOUNT, new_followers_days: 2 }, "en")).toBe("gained known on 2 of 3 days");
    expect(whyNotLost({ ...ACCOUNT, new_followers: 7 })).toBe("the counts do not agree");
  });

  it("names groups in words", () => {
    expect(dimensionName("age_gender")).toBe("Age and gender");
    expect(dimensionName("job_function")).toBe("Job function");
    expect(keyName("urn:li:seniority:3")).toBe("Seniority 3");
    expect(keyName("Berlin, Berlin")).toBe("Berlin, Berlin");
  });
});
