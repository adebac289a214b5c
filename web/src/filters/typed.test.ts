import { describe, expect, it } from "vitest";
import { typedPeriod } from "./typed";

const TODAY = "2026-11-26";
const typed = (text: string) => typedPeriod(text, TODAY);

describe("a typed period", () => {
  it.each([
    ["last 6 weeks", "last_6_weeks"],
    ["Last six weeks", "last_6_weeks"],
    ["the past 3 months", "last_3_months"],
    ["10 days", "last_10_days"],
    ["12m", "last_12_months"],
    ["last 1 quarter", "last_1_quarters"],
    ["last 28 days", "last_28_days"],
    ["today", "today"],
    ["yesterday", "yesterday"],
    ["previous month", "last_month"],
    ["this quarter", "this_quarter"],
    ["year to date", "this_year"],
    ["mtd", "this_month"],
    ["all time", "all"],
  ])("%s is the range %s", (text, range) => {
    expect(typed(text)).toEqual({ range });
  });

  it.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["Q3 2025", "2025-07-01", "2025-09-30"],
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["q2", "2026-04-01", "2026-06-30"],
    ["February 2024", "2024-02-01", "2024-02-29"],
    ["sept", "2026-09-01", "2026-09-30"],
    ["december", "2025-12-01", "2025-12-31"],
    ["3 Oct 2026", "2026-10-03", "2026-10-03"],
    ["October 3rd, 2026", "2026-10-03", "2026-10-03"],
    ["3 Dec", "2025-12-03", "2025-12-03"],
    ["2026-10-01 to 2026-10-14", "2026-10-01", "2026-10-14"],
    ["1 Oct – 14 Nov 2026", "2026-10-01", "2026-11-14"],
    ["3 Oct to 9 Nov 2025", "2025-10-03", "2025-11-09"],
    ["20 Dec to 6 Jan 2026", "2025-12-20", "2026-01-06"],
    ["from 1 oct until yesterday", "2026-10-01", "2026-11-25"],
    ["since 1 May", "2026-05-01", "2026-11-26"],
  ])("%s is from %s to %s", (text, from, to) => {
    expect(typed(text)).toEqual({ from, to });
  });

  it.each([
    "",
    "fortnight",
    "last 0 days",
    "last many weeks",
    "01/02/2026",
    "31 Feb 2026",
    "Q5 2026",
    "octopus 2026",
    "9 Nov 2026 to 3 Oct 2026",
    "since next week",
    "1 Oct to 2 Oct to 3 Oct",
  ])("%j is none", (text) => {
    expect(typed(text)).toBeUndefined();
  });

  it("in German as well", () => {
    const same = (german: string, english: string) =>
      expect(typedPeriod(german, TODAY), german).toEqual(typedPeriod(english, TODAY) ?? "not understood");
    same("letzte 6 Wochen", "last 6 weeks");
    same("letzter Monat", "last month");
    same("dieses Quartal", "this quarter");
    same("gestern", "yesterday");
    same("Oktober", "October");
    same("März 2025", "March 2025");
    same("1. Okt bis 14. Nov", "1 Oct to 14 Nov");
    same("seit 1. Mai", "since 1 May");
    same("gesamter Zeitraum", "all time");
  });
});
