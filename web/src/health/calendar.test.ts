import { describe, expect, it } from "vitest";
import { countDays, daysOf, gapsOf, monthsOf, weeksOf } from "./calendar";

// The first of January 2026 is a Thursday.
const days = daysOf({
  from: "2026-01-01",
  days: ["before", "read", "missed", "missed", "read", "missed", "read", "read", "open"],
});

describe("the calendar", () => {
  it("gives each state its day", () => {
    expect(days[0]).toEqual({ date: "2026-01-01", state: "before" });
    expect(days.at(-1)).toEqual({ date: "2026-01-09", state: "open" });
    expect(countDays(days, "read")).toBe(4);
  });

  it("passes the ends of months", () => {
    expect(daysOf({ from: "2026-02-28", days: ["read", "read"] }).map((day) => day.date)).toEqual([
      "2026-02-28",
      "2026-03-01",
    ]);
  });

  it("names the days in a row that were missed, the latest first", () => {
    expect(gapsOf(days)).toEqual([
      { from: "2026-01-06", to: "2026-01-06" },
      { from: "2026-01-03", to: "2026-01-04" },
    ]);
    expect(gapsOf([])).toEqual([]);
  });

  it("has a row for each day of the week, as the business begins it", () => {
    const fromMonday = weeksOf(days, 1).map((row) => row.days.map((day) => day?.date.slice(8)));
    expect(fromMonday).toEqual([
      [undefined, "05"],
      [undefined, "06"],
      [undefined, "07"],
      ["01", "08"],
      ["02", "09"],
      ["03", undefined],
      ["04", undefined],
    ]);
    expect(weeksOf(days, 1)[0]?.first).toBe("2025-12-29");
    expect(weeksOf(days, 0)[0]?.days.map((day) => day?.date.slice(8))).toEqual([undefined, "04"]);
    expect(weeksOf([], 1)).toEqual([]);
  });

  it("has months above its weeks", () => {
    const quarter = daysOf({ from: "2026-01-01", days: Array(60).fill("read") });
    expect(monthsOf(weeksOf(quarter, 1))).toEqual([
      { date: "2025-12-29", weeks: 1 },
      { date: "2026-01-05", weeks: 4 },
      { date: "2026-02-02", weeks: 4 },
    ]);
    expect(monthsOf([])).toEqual([]);
  });
});
