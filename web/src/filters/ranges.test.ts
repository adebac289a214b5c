import { describe, expect, it } from "vitest";
import { isDate, isSpan, sameSpan, spanProblem } from "./ranges";

describe("a date", () => {
  it.each(["2026-02-28", "2024-02-29", "1999-12-31"])("%s is one", (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "0020-05-01", "", "yesterday"])("%j is none", (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe("a period", () => {
  it("may be a single day", () => {
    expect(isSpan("2026-10-01", "2026-10-01")).toBe(true);
  });

  it("says why two dates are none", () => {
    expect(spanProblem("2026-10-02", "2026-10-01")).toMatch(/after the last/);
    expect(spanProblem("", "2026-10-01")).toMatch(/both dates/);
    expect(spanProblem("2026-10-01", "2026-10-02")).toBeUndefined();
  });

  it("is the same when both ends are", () => {
    expect(sameSpan({ from: "2026-01-01", to: "2026-01-02" }, { from: "2026-01-01", to: "2026-01-02" })).toBe(
      true,
    );
    expect(sameSpan({ from: "2026-01-01", to: "2026-01-02" }, { from: "2026-01-01", to: "2026-01-03" })).toBe(
      false,
    );
  });
});
