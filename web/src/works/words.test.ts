import { describe, expect, it } from "vitest";
import type { AccountEffects } from "../api/works";
import { effect } from "./testing";
import {
  leftOutInWords,
  missingInWords,
  placeOf,
  postsInWords,
  rangeInWords,
  shortened,
  sizeInWords,
  standingOf,
  verdictInWords,
} from "./words";

describe("an effect", () => {
  it("is claimed only where it is flagged", () => {
    expect(standingOf(effect({ effect: 0.4, flagged: true }))).toBe("more");
    expect(standingOf(effect({ effect: -0.2, flagged: true }))).toBe("less");
    expect(standingOf(effect({ effect: 0.4, flagged: false }))).toBe("unclear");
    expect(standingOf(effect({ effect: null }))).toBe("rare");
  });

  it("that cannot be told says how many posts are missing", () => {
    expect(verdictInWords(effect({ posts_missing: 64 }))).toBe("Cannot be told yet");
    expect(missingInWords(effect({ posts_missing: 64 }))).toBe(
      "about 64 more posts would show a difference of 20%",
    );
    expect(missingInWords(effect({ effect: null, posts_missing: 1 }))).toBe("1 more post needed");
    expect(missingInWords(effect({ flagged: true, posts_missing: 0 }))).toBe("");
  });

  it("that would have shown is no clear difference", () => {
    expect(verdictInWords(effect({ posts_missing: 0 }))).toBe("No clear difference");
    expect(missingInWords(effect({ posts_missing: 0 }))).toBe("a difference of 20% would have shown");
  });

  it("that always goes with something else says so", () => {
    const evidence = { ...effect({}).evidence, reason_code: "goes_with_others" };
    const both = effect({ effect: null, posts_missing: 0, evidence });
    expect(verdictInWords(both)).toBe("Cannot be told apart");
    expect(missingInWords(both)).toBe("always goes with something else");
  });

  it("says so where few posts report", () => {
    const evidence = { ...effect({}).evidence, status: "weak" as const };
    expect(verdictInWords(effect({ effect: 0.4, flagged: true, evidence }))).toBe(
      "Goes with more, on few reports",
    );
  });

  it("is read in whole percents", () => {
    expect(sizeInWords(0.412, "en")).toBe("+41%");
    expect(sizeInWords(0, "en")).toBe("0%");
    expect(rangeInWords([-0.06, 0.24], "en")).toBe("-6% to +24%");
    expect(postsInWords(effect({ with: 1, without: 374 }))).toBe("1 post with, 374 posts without");
  });
});

describe("a list", () => {
  it("is short, and holds all that may be claimed", () => {
    const many = Array.from({ length: 30 }, (_, i) => effect({ key: `#${i}`, flagged: i < 12, effect: 0.3 }));
    expect(shortened(many)).toHaveLength(12);
    expect(shortened(many.slice(12))).toHaveLength(8);
    expect(shortened(many.slice(0, 3))).toHaveLength(3);
  });
});

describe("what is left out", () => {
  const account = {
    left_out: { boosted: 0, stories: 0, replies: 0, deleted: 0, without_value: 0 },
    without_text: 0,
  } as AccountEffects;

  it("is counted", () => {
    expect(leftOutInWords(account)).toBe("");
    expect(
      leftOutInWords({ ...account, left_out: { ...account.left_out, boosted: 3, stories: 1, deleted: 2 } }),
    ).toBe("Left out: 3 boosted posts, 1 story and 2 posts that are gone.");
    expect(leftOutInWords({ ...account, without_text: 1 })).toBe(
      "The text of 1 post is not known: it counts for content type and weekday only.",
    );
  });
});

describe("the bar", () => {
  it("has nothing in the middle, and an end", () => {
    expect(placeOf(0)).toBe(50);
    expect(placeOf(2)).toBeCloseTo(100);
    expect(placeOf(50)).toBe(100);
    expect(placeOf(-0.99)).toBe(0);
    expect(placeOf(1)).toBeCloseTo(100 - placeOf(-0.5));
  });
});
