import { describe, expect, it } from "vitest";
import type { Finding } from "../api/insights";
import { coverageInWords, intervalInWords, inUnit, statusInWords } from "../evidence/words";
import { kindOf, kindsIn, leftOutInWords, sorted, undecidedInWords, unitOf } from "./words";

describe("the words of findings", () => {
  it("tells kinds in their order, and only those that are there", () => {
    expect(kindsIn([{ type: "low_coverage" }, { type: "record_post" }, { type: "record_day" }])).toEqual([
      "record",
      "data",
    ]);
    expect(kindOf({ type: "something_new" as Finding["type"] })).toBe("change");
  });

  it("writes values in the unit of their type", () => {
    expect(inUnit(-0.41, unitOf("change"), "en")).toBe("-41.0%");
    expect(inUnit(0.5, unitOf("low_coverage"), "en")).toBe("50.00%");
    expect(inUnit(1234, unitOf("record_day"), "en")).toBe("1,234");
  });

  it("says how sure it is and why", () => {
    expect(statusInWords({ status: "ok", reason_code: "ok" })).toBe("Reliable");
    expect(statusInWords({ status: "not_enough_data", reason_code: "short_history" })).toBe(
      "Undecided: the data cannot tell (too little came before)",
    );
    expect(statusInWords({ status: "weak", reason_code: "few_posts" })).toContain("(few posts)");
  });

  it("never shows an interval that is not there", () => {
    expect(intervalInWords({ lo: null, hi: null, level: null }, "change", "en")).toBe(
      "the method gives none",
    );
    expect(intervalInWords({ lo: -0.55, hi: -0.23, level: 0.9 }, "change", "en")).toBe(
      "-55.0% to -23.0% (90%)",
    );
  });

  it("says how many report of those that should", () => {
    const coverage = { unit: "post" as const, reporting: 3, expected: 4, items: 9 };
    expect(coverageInWords(coverage, "en")).toBe("3 of 4 posts, of 9 in view");
    expect(coverageInWords({ ...coverage, reporting: 0, expected: 0 }, "en")).toBe(
      "none of 9 posts is expected to report",
    );
  });

  it("says what was tested and not claimed", () => {
    expect(leftOutInWords({ tested: 0, by_chance: 0, contradicting: 0 })).toBe("");
    expect(leftOutInWords({ tested: 14, by_chance: 1, contradicting: 0 })).toBe(
      "14 statements were tested together; 1 of them is not claimed, since that many come about by chance.",
    );
  });
});

describe("the order of a feed", () => {
  const finding = (type: string, status: "ok" | "not_enough_data") => ({ type, evidence: { status } });
  const change = finding("change", "ok");
  const usual = finding("within_variation", "not_enough_data");
  const alike = finding("times_alike", "not_enough_data");
  const days = finding("provisional_days", "ok");

  it("sets what says something apart from what cannot be decided and from reservations", () => {
    expect(sorted([days, usual, change, alike])).toEqual({
      telling: [change],
      undecided: [usual, alike],
      reservations: [days],
    });
  });

  it("says in a line what is folded away", () => {
    expect(undecidedInWords([usual])).toBe("1 number changed no more than it usually does");
    expect(undecidedInWords([usual, usual, alike])).toBe(
      "2 numbers changed no more than usual, and 1 question cannot be decided yet",
    );
  });
});
