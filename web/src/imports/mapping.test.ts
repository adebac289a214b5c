import { describe, expect, it } from "vitest";
import type { MappedColumn, TableMapping } from "../api/types";
import { dateOrderOf, examples, meaningOf, stillOpen, withColumn, withMeaning } from "./mapping";

const day: MappedColumn = { name: "Day", role: "ignored" };
const views: MappedColumn = { name: "Views", role: "metric", metric: "video_views" };

const mapping: TableMapping = {
  name: "report",
  rows: "account_days",
  platform: null,
  account: null,
  columns: [day, views],
  date_order: null,
  time_zone: null,
  decimal: null,
  missing: [],
};

describe("the meaning of a column", () => {
  it("is one choice, whether role or metric", () => {
    expect(meaningOf(views)).toBe("metric:video_views");
    expect(withMeaning(day, "day")).toEqual({ name: "Day", role: "day" });
    expect(withMeaning({ ...views, unit: "hours" }, "metric:impressions")).toEqual({
      name: "Views",
      role: "metric",
      metric: "impressions",
    });
  });
});

describe("the order of dates", () => {
  it("is told where the examples leave one only", () => {
    expect(dateOrderOf(["2026-11-20", "2026-11-21"])).toBe("ymd");
    expect(dateOrderOf(["3/4/2026", "13/4/2026"])).toBe("dmy");
    expect(dateOrderOf(["3/4/2026", "3/14/2026"])).toBe("mdy");
    expect(dateOrderOf(["1767225600"])).toBe("epoch_seconds");
    expect(dateOrderOf(["3/4/2026"])).toBeNull();
    expect(dateOrderOf([])).toBeNull();
  });

  it("follows from the column that becomes a day, unless it was said", () => {
    const suggestion = { mapping, open: [], header: ["Day", "Views"], sample: [["2026-11-20", "4"]] };
    expect(withColumn(suggestion, mapping, 0, "day").date_order).toBe("ymd");
    expect(withColumn(suggestion, { ...mapping, date_order: "mdy" }, 0, "day").date_order).toBe("mdy");
  });
});

it("says what is still open", () => {
  expect(stillOpen(mapping)).toEqual(["the platform", "the account", "which column holds the day"]);
  expect(
    stillOpen({
      ...mapping,
      platform: "threads",
      account: "acme",
      date_order: "ymd",
      columns: [{ name: "Day", role: "day" }, views],
    }),
  ).toEqual([]);
});

it("shows values of the right one of two columns of a name", () => {
  const suggestion = {
    mapping,
    open: [],
    header: ["Views", "Day", "Views"],
    sample: [
      ["1", "a", "7"],
      ["2", "b", ""],
      ["3", "c", "9"],
    ],
  };
  expect(examples(suggestion, { name: "Views", role: "ignored" })).toBe("1 · 2");
  expect(examples(suggestion, { name: "Views", occurrence: 2, role: "ignored" })).toBe("7 · 9");
  expect(examples(suggestion, { name: "Gone", role: "ignored" })).toBe("");
});
