import { describe, expect, it } from "vitest";
import { formatShare, formatTimes } from "../ui/format";
import {
  ageInWords,
  beginning,
  indexInWords,
  marks,
  percentileInWords,
  pictureOf,
  stateInWords,
  verdictInWords,
  whyMissing,
} from "./words";

describe("beginning", () => {
  it("keeps what is short, on one line", () => {
    expect(beginning({ text: "New roast\n\nin the shop", content_type: "image" })).toBe(
      "New roast in the shop",
    );
  });

  it("cuts what is long between words", () => {
    const cut = beginning({ text: "coffee ".repeat(40), content_type: "image" });
    expect(cut).toMatch(/^(coffee ){10,}coffee…$/);
    expect(cut.length).toBeLessThanOrEqual(141);
  });

  it("says what a post without text is", () => {
    expect(beginning({ text: null, content_type: "carousel" })).toBe("A carousel without text");
    expect(beginning({ text: "  ", content_type: "unknown" })).toBe("Without text");
  });
});

describe("marks", () => {
  it("tells what was said, and nothing of what was not", () => {
    expect(marks({ collab: true, crosspost: true })).toEqual(["Collaboration", "Shown elsewhere too"]);
    expect(marks({ collab: null, crosspost: false })).toEqual([]);
  });
});

describe("pictureOf", () => {
  it("says whose post is shown", () => {
    const account = { id: 1002, handle: "acme", name: "Acme" };
    expect(pictureOf({ platform: "instagram", account })).toBe("Picture of the post by Acme on Instagram");
  });
});

describe("a missing number", () => {
  it("has its own reason for each state", () => {
    const states = ["not_provided", "not_permitted", "not_collected", "below_threshold", "expired"] as const;
    expect(new Set(states.map(whyMissing)).size).toBe(states.length);
    expect(stateInWords("expired")).toBe("No longer told by the platform");
    expect(stateInWords("reported")).toBe("Reported by the platform");
  });
});

describe("ages", () => {
  it.each([
    [24, "1 day"],
    [72, "3 days"],
    [168, "7 days"],
    [672, "4 weeks"],
    [26.5, "27 hours"],
  ])("%d hours", (hours, words) => {
    expect(ageInWords(hours)).toBe(words);
  });
});

describe("a fall", () => {
  it("is named by what became of it", () => {
    expect(verdictInWords({ metric: "likes", kind: "suspect", change: -3 })).toBe(
      "Fell by 3; the next reading will tell whether the platform corrected it",
    );
  });
});

describe("standing", () => {
  it("is told against so many others", () => {
    expect(percentileInWords({ rank: 1, posts: 1 })).toBe(`Higher than ${formatShare(1)} of the other post`);
  });

  it("against the usual comes with its interval, or not at all", () => {
    const evidence = { value: 1.97, lo: 1.46, hi: 2.65, level: 0.9 };
    expect(indexInWords(evidence)).toBe(
      `${formatTimes(2)} times the usual, ${formatTimes(1.5)} to ${formatTimes(2.7)} (${formatShare(0.9)} interval)`,
    );
    expect(indexInWords({ ...evidence, lo: null })).toBe(`${formatTimes(2)} times the usual`);
    expect(indexInWords({ ...evidence, value: null })).toBeUndefined();
  });
});
