import { describe, expect, it } from "vitest";
import type { Digest } from "../api/digest";
import { besideInWords, comparisonInWords, summaryInWords } from "./words";

describe("a digest in words", () => {
  it("never calls a week calm of which nothing was reported", () => {
    expect(summaryInWords({ state: "no_data", findings: [] })).toContain("Nothing was reported");
    expect(summaryInWords({ state: "calm", findings: [] })).toBe("A calm week: nothing stands out.");
  });

  it("counts what stands out and not what cannot be decided", () => {
    const finding = (type: string, status: string) => ({ type, evidence: { status } });
    const findings = [finding("change", "ok"), finding("within_variation", "not_enough_data")];
    expect(summaryInWords({ state: "eventful", findings: findings as Digest["findings"] })).toBe(
      "1 thing stands out.",
    );
  });

  it("says which days are compared", () => {
    const week = { from: "2026-11-16", to: "2026-11-22" } as Digest["week"];
    const comparison = {
      rule: "previous_period" as const,
      from: "2026-11-09",
      to: "2026-11-15",
      days: 7,
      previous_days: 7,
    };
    expect(comparisonInWords({ week, comparison: null })).toBe("Compared with nothing.");
    expect(comparisonInWords({ week, comparison: { ...comparison, settled_to: null } })).toContain("No day");
    expect(comparisonInWords({ week, comparison: { ...comparison, settled_to: "2026-11-18" } })).toContain(
      "later days may still be revised",
    );
    expect(comparisonInWords({ week, comparison: { ...comparison, settled_to: "2026-11-22" } })).toBe(
      "Compared with the week before.",
    );
  });

  it("does not write nothing for what is not known", () => {
    expect(
      besideInWords({
        published: { value: 0, previous: null, change: null },
        followers: { value: null, at: null, net_change: null, accounts: { reporting: 0, expected: 1 } },
      }),
    ).toBe("Posts published: 0. Followers: not known.");
  });
});
