import { describe, expect, it } from "vitest";
import type { MappedColumn, TableMapping } from "../api/types";
import { examples, meaningOf, stillOpen, withMeaning } from "./mapping";

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

it("says what is still open", () => {
  expect(stillOpen(mapping)).toEqual(["the platform", "the account", "which column holds the day"]);
  expect(
    stillOpen({
      ...mapping,
      platform: "threads",
      account: "acme",
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
