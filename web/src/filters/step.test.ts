import { describe, expect, it } from "vitest";
import { asOfDay, todayIn } from "./days";
import { stepPeriod } from "./step";

const TODAY = "2026-11-26";

describe("stepping a period", () => {
  it.each([
    // from, to, range, step, from, to
    ["2026-10-29", "2026-11-25", "last_28_days", -1, "2026-10-01", "2026-10-28"],
    ["2026-10-01", "2026-10-28", undefined, 1, "2026-10-29", "2026-11-25"],
    ["2026-10-01", "2026-10-31", "last_month", -1, "2026-09-01", "2026-09-30"],
    ["2026-03-01", "2026-03-31", undefined, -1, "2026-02-01", "2026-02-28"],
    ["2025-01-01", "2025-12-31", undefined, -1, "2024-01-01", "2024-12-31"],
    ["2026-08-01", "2026-10-31", "last_3_months", -1, "2026-05-01", "2026-07-31"],
    ["2026-11-16", "2026-11-22", "last_week", -1, "2026-11-09", "2026-11-15"],
    ["2026-11-01", "2026-11-26", "this_month", -1, "2026-10-01", "2026-10-31"],
    ["2026-11-23", "2026-11-26", "this_week", -1, "2026-11-16", "2026-11-22"],
    ["2026-01-01", "2026-11-26", "this_year", -1, "2025-01-01", "2025-12-31"],
    ["2026-11-25", "2026-11-25", "yesterday", 1, "2026-11-26", "2026-11-26"],
    ["2024-02-29", "2024-02-29", undefined, -1, "2024-02-28", "2024-02-28"],
  ] as const)("%s – %s (%s) by %d is %s – %s", (from, to, range, step, newFrom, newTo) => {
    expect(stepPeriod({ from, to }, range, step, TODAY)).toEqual({ from: newFrom, to: newTo });
  });

  it("forward into what has begun is told up to today", () => {
    expect(stepPeriod({ from: "2026-10-01", to: "2026-10-31" }, undefined, 1, TODAY)).toEqual({
      range: "this_month",
    });
    expect(stepPeriod({ from: "2025-01-01", to: "2025-12-31" }, "last_year", 1, TODAY)).toEqual({
      range: "this_year",
    });
  });

  it("ends where the future begins, and where there is nothing else", () => {
    expect(stepPeriod({ from: "2026-10-29", to: "2026-11-25" }, "last_28_days", 1, TODAY)).toBeUndefined();
    expect(stepPeriod({ from: TODAY, to: TODAY }, "today", 1, TODAY)).toBeUndefined();
    expect(stepPeriod({ from: "2026-11-01", to: TODAY }, "this_month", 1, TODAY)).toBeUndefined();
    expect(stepPeriod({ from: "2020-01-01", to: "2026-11-25" }, "all", -1, TODAY)).toBeUndefined();
  });

  it("knows the day of the business, not of the reader", () => {
    const late = new Date("2026-11-26T23:30:00Z");
    expect(todayIn("Europe/Berlin", late)).toBe("2026-11-27");
    expect(todayIn("America/New_York", late)).toBe("2026-11-26");
    expect(asOfDay("2026-11-26T23:30:00Z", "Europe/Berlin")).toBe("2026-11-27");
    expect(asOfDay("2026-11-26", "Europe/Berlin")).toBe("2026-11-26");
  });
});
