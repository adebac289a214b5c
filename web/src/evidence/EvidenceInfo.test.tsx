import { describe, expect, it } from "vitest";
import type { Evidence } from "../api/evidence";
import { factsOf } from "./EvidenceInfo";

const evidence: Evidence = {
  value: -0.41,
  lo: -0.55,
  hi: -0.23,
  level: 0.95,
  n: 11,
  n_eff: 13.3,
  coverage: { unit: "account_day", reporting: 150, expected: 155, items: 186 },
  provisional_share: 0.05,
  as_of: "2026-11-20T12:00:00Z",
  method: "usual_variation/2",
  status: "ok",
  reason_code: "unusual",
};

describe("the evidence of a finding", () => {
  it("is shown whole", () => {
    const facts = factsOf(evidence, "change", "UTC");
    expect(facts.map(([term]) => term)).toEqual([
      "How sure",
      "Value",
      "Interval",
      "Rests on",
      "Worth",
      "Reported by",
      "May be revised",
      "As of",
      "Method",
    ]);
    const words = facts.map(([, text]) => (typeof text === "string" ? text : "")).join(" ");
    for (const part of [
      "more than such numbers",
      "41",
      "55",
      "23",
      "95%",
      "11",
      "13.3",
      "150",
      "155",
      "186",
      "5",
      "2026",
    ]) {
      expect(words).toContain(part);
    }
  });

  it("says of what is missing that it is", () => {
    const none = { ...evidence, value: null, lo: null, hi: null, level: null, n_eff: null };
    const facts = new Map(factsOf({ ...none, status: "not_provided", reason_code: "no" }, "change", "UTC"));
    expect(facts.get("Value")).toBe("none");
    expect(facts.get("Interval")).toBe("the method gives none");
    expect(facts.get("Worth")).toBe("cannot be said");
  });
});
