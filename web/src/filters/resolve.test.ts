import { describe, expect, it } from "vitest";
import type { Range } from "./ranges";
import { resolveRange } from "./resolve";

describe("a period by its name", () => {
  // The same table as the server's.
  it.each([
    ["today", "2024-03-13", "2024-03-13"],
    ["yesterday", "2024-03-12", "2024-03-12"],
    ["last_10_days", "2024-03-03", "2024-03-12"],
    ["last_6_weeks", "2024-01-29", "2024-03-10"],
    ["last_3_months", "2023-12-01", "2024-02-29"],
    ["last_12_months", "2023-03-01", "2024-02-29"],
    ["last_2_quarters", "2023-07-01", "2023-12-31"],
    ["last_2_years", "2022-01-01", "2023-12-31"],
    ["last_28_days", "2024-02-14", "2024-03-12"],
    ["this_week", "2024-03-11", "2024-03-13"],
    ["this_month", "2024-03-01", "2024-03-13"],
    ["this_quarter", "2024-01-01", "2024-03-13"],
    ["this_year", "2024-01-01", "2024-03-13"],
    ["last_week", "2024-03-04", "2024-03-10"],
    ["last_month", "2024-02-01", "2024-02-29"],
    ["last_quarter", "2023-10-01", "2023-12-31"],
    ["last_year", "2023-01-01", "2023-12-31"],
  ] as [Range, string, string][])("%s is from %s to %s", (range, from, to) => {
    expect(resolveRange(range, "2024-03-13", "monday")).toEqual({ from, to });
  });

  it("has weeks that begin on the day that the business says", () => {
    expect(resolveRange("this_week", "2024-03-13", "sunday")).toEqual({
      from: "2024-03-10",
      to: "2024-03-13",
    });
    expect(resolveRange("last_week", "2024-03-13", "saturday")).toEqual({
      from: "2024-03-02",
      to: "2024-03-08",
    });
  });

  it("of all time is known to the server only", () => {
    expect(resolveRange("all", "2024-03-13", "monday")).toBeUndefined();
  });
});
