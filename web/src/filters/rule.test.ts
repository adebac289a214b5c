import { describe, expect, it } from "vitest";
import { ruleInWords } from "./rule";

const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };
const WEEKS = { from: "2026-10-29", to: "2026-11-25" };

describe("the rule of a comparison", () => {
  it("is said as it was applied", () => {
    expect(ruleInWords({}, OCTOBER, { from: "2026-09-01", to: "2026-09-30" })).toBe(
      "Compared with the whole month before",
    );
    expect(ruleInWords({}, WEEKS, { from: "2026-10-01", to: "2026-10-28" })).toBe(
      "Compared with the 28 days before",
    );
    expect(
      ruleInWords(
        { range: "this_month" },
        { from: "2026-11-01", to: "2026-11-26" },
        { from: "2026-10-01", to: "2026-10-26" },
      ),
    ).toBe("Compared with the same days of the month before");
    expect(
      ruleInWords(
        { range: "last_3_months" },
        { from: "2026-08-01", to: "2026-10-31" },
        { from: "2026-05-01", to: "2026-07-31" },
      ),
    ).toBe("Compared with the 92 days before");
    expect(
      ruleInWords(
        { range: "last_2_months" },
        { from: "2026-09-01", to: "2026-10-31" },
        { from: "2026-07-01", to: "2026-08-31" },
      ),
    ).toBe("Compared with as many whole units of the calendar before");
    expect(ruleInWords({ compare: "same_weekdays" }, WEEKS, WEEKS)).toBe(
      "Compared with the same weekdays 4 weeks before",
    );
    expect(ruleInWords({ compare: "previous_year" }, OCTOBER, OCTOBER)).toMatch(/a year before/);
    expect(ruleInWords({ compare: "custom" }, OCTOBER, OCTOBER)).toMatch(/your choice/);
  });

  it("says that nothing is compared, and nothing while nothing is known", () => {
    expect(ruleInWords({ compare: "none" }, OCTOBER, undefined)).toBe("Compared with nothing");
    expect(ruleInWords({ range: "all" }, OCTOBER, null)).toBe("Compared with nothing");
    expect(ruleInWords({}, OCTOBER, undefined)).toBeUndefined();
  });
});
