import { describe, expect, it } from "vitest";
import { addressesIn, lastingTitle, repeatsInWords } from "./repeats";

const MONTHLY = { every: "month", next_at: "2026-12-04T08:00:00Z", time_zone: "Europe/Berlin" } as const;

describe("how a report repeats, in words", () => {
  it("tells how often, when next, and by whose clock", () => {
    const before = Date.parse("2026-11-28T12:00:00Z");
    expect(repeatsInWords(MONTHLY, before).replaceAll(/\s/g, " ")).toBe(
      "Repeats every month, next on Dec 4, 2026, 9:00 AM (Europe/Berlin)",
    );
  });

  it("does not speak of the past as of what is to come", () => {
    const after = Date.parse("2026-12-04T08:00:00Z");
    expect(repeatsInWords(MONTHLY, after)).toBe("Repeats every month, the next one any minute now");
  });
});

describe("mail addresses", () => {
  it("are told apart however they are written beside each other", () => {
    expect(addressesIn(" a@example.com, b@example.com;c@example.com\n\nd@example.com\n")).toEqual([
      "a@example.com",
      "b@example.com",
      "c@example.com",
      "d@example.com",
    ]);
    expect(addressesIn(" \n")).toEqual([]);
  });
});

describe("a title", () => {
  it("names no month that passes", () => {
    expect(lastingTitle("month", "Acme")).toBe("Acme: report of the month");
  });
});
