import { describe, expect, it } from "vitest";
import { briefly, coverageHint, followersHint, measuredFrom, whyMissing, whyNoChange } from "./explain";

const coverage = { unit: "account_day", reporting: 150, expected: 155, items: 186 } as const;

describe("a missing value", () => {
  it("gives the server's reason before a general one", () => {
    expect(whyMissing("not_collected", "Reach cannot be added over days.")).toBe(
      "Reach cannot be added over days.",
    );
    expect(whyMissing("not_permitted")).toMatch(/permission/);
    expect(briefly("not_provided")).toBe("not provided");
    expect(briefly("weak")).toBe("not collected");
  });
});

describe("what a change is measured from", () => {
  it("names both ends where only settled days count", () => {
    const plain = (amount: number) => String(amount);
    expect(measuredFrom(120, 120, 100, plain)).toBe("from 100");
    expect(measuredFrom(120, 90, 100, plain)).toBe("from 100 to 90 on settled days");
    expect(measuredFrom(120, 90, null, plain)).toBeUndefined();
  });
});

describe("a change that is not shown as one", () => {
  it("says why", () => {
    expect(whyNoChange("new", 0)).toMatch(/^New/);
    expect(whyNoChange("small_base", 12, "en-GB")).toBe("Small base: only 12 before");
    expect(whyNoChange("small_base", null)).toBe("Small base: too few to compare");
    expect(whyNoChange("small_base", 247)).toBe("Small base: too few to compare");
    expect(whyNoChange("small_base", -3)).toBe("Small base: too few to compare");
    expect(whyNoChange("incomparable", 5)).toMatch(/^Not comparable/);
  });
});

describe("the hint on a card", () => {
  it("warns of partial and weak numbers only", () => {
    expect(coverageHint("partial", coverage, "en-GB")).toBe("Partial: 150 of 155 account days");
    expect(coverageHint("weak", { ...coverage, unit: "post" }, "en-GB")).toBe("Weak: 150 of 155 posts");
    expect(coverageHint("complete", coverage)).toBeUndefined();
  });

  it("counts accounts for followers", () => {
    expect(followersHint({ reporting: 5, expected: 6 }, "en-GB")).toBe("Partial: 5 of 6 accounts");
    expect(followersHint({ reporting: 6, expected: 6 })).toBeUndefined();
  });
});
