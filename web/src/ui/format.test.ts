import { describe, expect, it } from "vitest";
import {
  countOf,
  formatChangeRatio,
  formatCount,
  formatDate,
  formatInstant,
  formatMetric,
  formatPercent,
  formatPoints,
  formatSigned,
  formatSpan,
  joinWords,
} from "./format";

describe("numbers", () => {
  it("follow the reader's locale", () => {
    expect(formatCount(15503810, "en-GB")).toBe("15,503,810");
    expect(formatCount(15503810, "de-DE")).toBe("15.503.810");
    expect(formatPercent(0.0312, "en-GB")).toBe("3.12%");
    expect(formatPercent(0.0312, "de-DE")).toBe("3,12\u00a0%");
  });

  it("have no sign where they round to zero", () => {
    expect(formatCount(-0.098, "en-GB")).toBe("0");
    expect(formatCount(-0.6, "en-GB")).toBe("-1");
    expect(formatPercent(-0.00004, "en-GB")).toBe("0.00%");
  });

  it("stay short from a thousand million on", () => {
    expect(formatCount(2_345_678_901, "en-GB")).toBe("2.35bn");
  });

  it("show the direction of a change, and none where there is none", () => {
    expect(formatSigned(120, "en-GB")).toBe("+120");
    expect(formatSigned(-3, "en-GB")).toBe("-3");
    expect(formatSigned(0, "en-GB")).toBe("0");
    expect(formatChangeRatio(0.0921, "en-GB")).toBe("+9.2%");
    expect(formatPoints(0.0011, "en-GB")).toBe("+0.11 points");
  });

  it("give watch time in hours", () => {
    expect(formatMetric("watch_time_seconds", 5400, "en-GB")).toBe("1.5 h");
    expect(formatMetric("likes", 5400, "en-GB")).toBe("5,400");
  });
});

describe("dates", () => {
  it("are days of the business, not shifted by the reader's clock", () => {
    expect(formatDate("2020-12-31", "en-GB")).toBe("31 Dec 2020");
    expect(formatSpan({ from: "2020-12-31", to: "2021-12-30" }, "en-GB")).toBe("31 Dec 2020 – 30 Dec 2021");
    expect(formatSpan({ from: "2020-12-31", to: "2020-12-31" }, "en-GB")).toBe("31 Dec 2020");
  });

  it("show instants on the business's clock", () => {
    expect(formatInstant("2026-11-01T23:30:00Z", "Europe/Berlin", "en-GB")).toBe("2 Nov 2026, 00:30");
  });
});

describe("words", () => {
  it("count and join", () => {
    expect(countOf(1, "post", "posts", "en-GB")).toBe("1 post");
    expect(countOf(1200, "post", "posts", "en-GB")).toBe("1,200 posts");
    expect(joinWords([])).toBe("");
    expect(joinWords(["a"])).toBe("a");
    expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
  });
});
