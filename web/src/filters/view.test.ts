import { describe, expect, it } from "vitest";
import { toTimesSearch } from "../times/search";
import { toWorksSearch } from "../works/search";
import {
  carried,
  ofBusiness,
  parseSearch,
  stringifySearch,
  toView,
  type View,
  withCompare,
  withPeriod,
} from "./view";

const throughTheAddress = (view: View) => toView(parseSearch(stringifySearch({ ...view })));

describe("the view in the address", () => {
  it("comes back as it was", () => {
    const view: View = {
      business: 3,
      from: "2020-12-31",
      to: "2021-12-30",
      basis: "published",
      compare: "custom",
      compare_from: "2019-12-31",
      compare_to: "2020-12-30",
      platform: ["linkedin", "youtube"],
      account: [7, 9],
      group: ["DACH"],
      type: ["image", "reel"],
      label: ["campaign:Spring", "none:pillar"],
      as_of: "2021-12-31",
      metric: "video_views",
    };
    expect(throughTheAddress(view)).toEqual(view);
  });

  it("may look at an instant of the past, and at nothing that is none", () => {
    expect(throughTheAddress({ as_of: "2026-11-24T05:19:59.999999Z" }).as_of).toBe(
      "2026-11-24T05:19:59.999999Z",
    );
    for (const wrong of [
      "2026-11-24T25:00:00Z",
      "2026-02-30T05:00:00Z",
      "2026-11-24T05:00:00",
      "T05:00:00Z",
    ]) {
      expect(toView({ as_of: wrong }).as_of).toBeUndefined();
    }
  });

  it("is spelled so that people can read it", () => {
    expect(stringifySearch({ business: 1, range: "all", platform: ["x", "threads"] })).toBe(
      "?business=1&range=all&platform=x&platform=threads",
    );
    expect(stringifySearch({ business: undefined })).toBe("");
  });

  it("drops what means nothing", () => {
    const raw = parseSearch("business=abc&range=fortnight&basis=&platform=myspace&metric=karma&compare=yes");
    expect(toView(raw)).toEqual({});
  });

  it("keeps the known among several platforms, in their fixed order, once each", () => {
    expect(toView({ platform: ["youtube", "myspace", "linkedin", "youtube"] }).platform).toEqual([
      "linkedin",
      "youtube",
    ]);
    expect(toView({ platform: "x" }).platform).toEqual(["x"]);
  });

  it("prefers two dates over a preset and ignores half a period", () => {
    expect(toView({ range: "all", from: "2026-01-01", to: "2026-01-31" })).toEqual({
      from: "2026-01-01",
      to: "2026-01-31",
    });
    expect(toView({ range: "all", from: "2026-01-01" })).toEqual({ range: "all" });
    expect(toView({ from: "2026-02-01", to: "2026-01-01" })).toEqual({});
  });

  it("compares with own dates only when they are there", () => {
    expect(toView({ compare: "custom" })).toEqual({});
    expect(toView({ compare: "none" })).toEqual({ compare: "none" });
  });
});

describe("changing the view", () => {
  it("replaces dates by a preset and a preset by dates", () => {
    const dates: View = { business: 1, from: "2026-01-01", to: "2026-01-31" };
    expect(withPeriod(dates, { range: "all" })).toEqual({ business: 1, range: "all" });
    expect(withPeriod({ business: 1, range: "all" }, { from: "2026-01-01", to: "2026-01-31" })).toEqual(
      dates,
    );
  });

  it("takes only the days of a period that the server describes", () => {
    const described = { from: "2026-01-01", to: "2026-01-31", time_zone: "UTC", basis: "activity" };
    expect(withPeriod({ basis: "published" }, described)).toEqual({
      from: "2026-01-01",
      to: "2026-01-31",
      basis: "published",
    });
  });

  it("forgets the dates of a comparison with own dates", () => {
    const custom = withCompare({ business: 1 }, "custom", { from: "2025-01-01", to: "2025-01-31" });
    expect(custom).toEqual({
      business: 1,
      compare: "custom",
      compare_from: "2025-01-01",
      compare_to: "2025-01-31",
    });
    expect(withCompare(custom, "none")).toEqual({ business: 1, compare: "none" });
  });
});

describe("going on with a view", () => {
  const view: View = {
    business: 1,
    range: "all",
    account: [7],
    group: ["DACH"],
    type: ["image"],
    metric: "likes",
  };

  it("to another page leaves out what only this one shows", () => {
    expect(carried({ ...view, bars: "posts", granularity: "week", average: "7", usual: "on" })).toEqual({
      business: 1,
      range: "all",
      account: [7],
      group: ["DACH"],
      type: ["image"],
    });
  });

  it("to pages that measure by something else keeps the filters and not the metric", () => {
    expect(toTimesSearch({ ...view })).toEqual({ ...carried(view) });
    expect(toTimesSearch({ account: "7", metric: "reach", slot: "20" })).toEqual({
      account: [7],
      metric: "reach",
      slot: 20,
    });
    expect(toWorksSearch({ account: "7", metric: "er" })).toEqual({ account: [7], metric: "er" });
  });

  it("to another business leaves out what is of the one before", () => {
    expect(ofBusiness(view, 2)).toEqual({ business: 2, range: "all", type: ["image"], metric: "likes" });
  });
});
