import { describe, expect, it } from "vitest";
import type { WhyEffect } from "../api/why";
import { ageInWords, difference, interval, sideInWords, verdict } from "./words";

const effect = (reason: string, lo: number | null = null, hi: number | null = null) =>
  ({ change: 5, evidence: { reason_code: reason, lo, hi } }) as WhyEffect;

describe("a part of a change", () => {
  it("is called no more than the guard allows", () => {
    expect(verdict(effect("beyond_chance"))).toBe("More than chance");
    expect(verdict(effect("within_chance"))).toBe("Could be chance");
    expect(verdict(effect("apart"))).toBe("Not a cause");
    expect(verdict({ ...effect("beyond_chance"), change: 0 })).toBe("No part in it");
  });

  it("has its interval in its unit", () => {
    expect(interval("engagement", effect("within_chance", -20, 40))).toBe("-20 to +40");
    expect(interval("engagement", effect("apart"))).toBe("");
    expect(difference("engagement_rate", -0.0123)).toBe("-1.23 points");
  });
});

describe("what is counted", () => {
  it("names what is left out", () => {
    expect(sideInWords({ published: 40, too_young: 2, not_reported: 1 })).toBe(
      "37 posts (2 too young, 1 without numbers)",
    );
    expect(sideInWords({ published: 1, too_young: 0, not_reported: 0 })).toBe("1 post");
    expect(ageInWords(24)).toBe("24 hours");
    expect(ageInWords(168)).toBe("7 days");
  });
});
