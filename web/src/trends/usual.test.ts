import { describe, expect, it } from "vitest";
import type { Evidence } from "../api/evidence";
import type { TrendAnalysis } from "../api/trendAnalysis";
import { describeOverlay, overlayNotes, toOverlay, withForecast } from "./usual";

const evidence: Evidence = {
  value: 1.5,
  lo: 0.2,
  hi: null,
  level: 0.9,
  n: 200,
  n_eff: null,
  coverage: { unit: "account_day", reporting: 198, expected: 200, items: 200 },
  provisional_share: 0,
  as_of: "2026-11-20T12:00:00Z",
  method: "anomalies/1",
  status: "weak",
  reason_code: "many_days_missing",
};
const finding = { text: "", evidence };
const enough = { ...finding, days_missing: null };
const empty = { trend: null, expected: null, provisional: false };

const analysis: TrendAnalysis = {
  business_id: 1,
  metric: "impressions",
  definition: null,
  data_version: 1,
  as_of: null,
  period: { from: "2026-11-01", to: "2026-11-03", time_zone: "UTC", basis: "activity", basis_reason: "" },
  history: { from: "2025-11-04", to: "2026-11-03", settled_to: "2026-11-02", judged: 364 },
  days: [
    { date: "2026-11-01", value: 900, lo: 100, hi: 300, ...empty },
    { date: "2026-11-02", value: null, lo: 110, hi: 310, ...empty },
    { date: "2026-11-03", value: 5, lo: null, hi: null, ...empty },
  ],
  decomposition: { ...enough, change: null, weekdays: [] },
  anomalies: {
    ...enough,
    days: [
      { ...finding, date: "2026-11-01", value: 900, expected: 200, lo: 100, hi: 300, effect: 3.5, posts: [] },
    ],
  },
  change_points: {
    ...enough,
    points: [
      { ...finding, date: "2026-06-01", shift: 0.4, lo: 0.2, hi: 0.6, p: 0.01, accounts: [] },
      { ...finding, date: "2026-11-02", shift: -0.3, lo: -0.4, hi: -0.2, p: 0.01, accounts: [] },
    ],
  },
  week: {
    ...enough,
    from: null,
    to: null,
    value: null,
    previous: null,
    change: null,
    usual: null,
    detectable: null,
    p: null,
    verdict: "within_variation",
  },
  forecast: {
    ...enough,
    level: 0.9,
    days: [
      { date: "2026-11-03", value: 200, lo: 120, hi: 320 },
      { date: "2026-11-04", value: 210, lo: null, hi: null },
    ],
  },
};

describe("what is drawn beside a line", () => {
  const overlay = toOverlay(analysis, "2026-11-01", "2026-11-03");

  it("leaves out days that are not settled and changes before the chart", () => {
    expect([...overlay.usual.keys()]).toEqual(["2026-11-01", "2026-11-02"]);
    expect([...overlay.changes.keys()]).toEqual(["2026-11-02"]);
  });

  it("goes on after the last day of the chart", () => {
    expect(withForecast(["2026-11-01", "2026-11-02", "2026-11-03"], overlay)).toEqual([
      "2026-11-01",
      "2026-11-02",
      "2026-11-03",
      "2026-11-04",
    ]);
  });

  it("says the same in words", () => {
    const notes = (date: string) => overlayNotes(overlay, "likes", date, "en-GB");
    expect(notes("2026-11-01")).toEqual(["usual 100 to 300", "unusually high"]);
    expect(notes("2026-11-02")).toEqual(["usual 110 to 310", "level changed about here (-30%)"]);
    expect(notes("2026-11-03")).toEqual(["expected 200 (120 to 320)"]);
    expect(notes("2026-11-04")).toEqual(["expected 210"]);
    expect(describeOverlay(overlay, "en-GB")).toBe(
      "Unusual days: 1 Nov 2026. The level changed about 2 Nov 2026. A forecast of 2 days follows.",
    );
  });
});
