import { describe, expect, it } from "vitest";
import { toDigestSearch, weeksFrom } from "./search";

describe("the address of a digest", () => {
  it("holds the business and the week", () => {
    expect(toDigestSearch({ business: 3, week: "2026-11-09" })).toEqual({ business: 3, week: "2026-11-09" });
  });

  it("drops what is no day", () => {
    expect(toDigestSearch({ business: 3, week: "soon" })).toEqual({ business: 3 });
    expect(toDigestSearch({ week: 5 })).not.toHaveProperty("week");
  });
});

describe("weeks", () => {
  it("go over the ends of months and years, and over changes of the clock", () => {
    expect(weeksFrom("2026-01-05", -1)).toBe("2025-12-29");
    expect(weeksFrom("2026-10-19", 1)).toBe("2026-10-26");
    expect(weeksFrom("2028-02-28", 1)).toBe("2028-03-06");
  });
});
