import { describe, expect, it } from "vitest";
import type { TimeEffect } from "../api/times";
import {
  cellInWords,
  certainty,
  durationInWords,
  leftOutInWords,
  liftInWords,
  overlap,
  paceInWords,
  postsPerTime,
  timeName,
  verdictTitle,
  weeksOfTest,
} from "./words";

const EFFECT: TimeEffect = {
  weekday: 4,
  hour: 18,
  posts: 1,
  mean: 40,
  lift: 0.12,
  interval: [-0.05, 0.31],
  probability: 0.85,
  n_eff: 3,
  chance_to_be_best: null,
  verdict: "unclear",
};

describe("words of times", () => {
  it("names a time", () => {
    expect(timeName({ weekday: 1, hour: null })).toBe("Monday");
    expect(timeName({ weekday: 7, hour: 23 })).toBe("Sunday, 23:00–24:00");
    expect(timeName({ weekday: null, hour: 8 })).toBe("Any day, 08:00–09:00");
  });

  it("never tells a lift without its interval and its posts", () => {
    expect(liftInWords(EFFECT)).toBe("+12% (-5% to +31%)");
    expect(liftInWords({ ...EFFECT, interval: null })).toBe("No lift can be told");
    expect(cellInWords(EFFECT)).toBe("Thursday, 18:00–19:00: +12% (-5% to +31%), 1 post, cannot be told");
    expect(cellInWords({ ...EFFECT, lift: null, posts: 0 })).toBe("Thursday, 18:00–19:00: 0 posts");
  });

  it("colours by certainty, and not at all where nothing is known", () => {
    expect(certainty({ ...EFFECT, probability: 0.5 })).toBe(0);
    expect(certainty({ ...EFFECT, probability: 0.05 })).toBeCloseTo(-0.9);
    expect(certainty({ ...EFFECT, probability: null })).toBe(0);
  });

  it("calls no clear difference a result, and too few posts a lack", () => {
    expect(verdictTitle({ status: "ok", reason_code: "ok" })).toBe("A time stands out");
    expect(verdictTitle({ status: "not_enough_data", reason_code: "no_clear_difference" })).toBe(
      "No time stands out",
    );
    expect(verdictTitle({ status: "not_enough_data", reason_code: "too_few_posts" })).toBe(
      "Not enough data yet",
    );
    expect(verdictTitle({ status: "not_provided", reason_code: "metric_not_provided" })).toBe(
      "The platform does not say",
    );
  });

  it("says what was left out", () => {
    const none = { boosted: 0, stories: 0, replies: 0, deleted: 0, without_value: 0 };
    expect(leftOutInWords(none)).toBeNull();
    expect(leftOutInWords({ ...none, boosted: 1, stories: 1, replies: 3 })).toBe(
      "Left out: 1 boosted post, 1 story and 3 replies.",
    );
  });
});

describe("a test of two times", () => {
  const evening = { weekday: null, hour: 18 };
  const morning = { weekday: null, hour: 8 };

  it("takes the posts that the server says", () => {
    expect(postsPerTime(0.6, 0.2)).toBe(289);
    expect(postsPerTime(0.6, 0.5)).toBe(59);
  });

  it("takes as long as the pace and the chances allow", () => {
    const account = { noise: 0.6, posts_per_week: 5 };
    expect(weeksOfTest(account, evening, morning, 0.5)).toBe(24);
    expect(weeksOfTest(account, { weekday: 4, hour: 18 }, { weekday: 5, hour: 18 }, 0.5)).toBe(59);
    expect(durationInWords(3)).toBe("3 weeks");
    expect(durationInWords(24)).toBe("6 months");
    expect(durationInWords(289)).toBe("6 years");
  });

  it("says what that means to an account", () => {
    const proposal = { first: evening, second: morning, difference: 0.2, posts_per_time: 289 };
    expect(paceInWords({ ...proposal, noise: 0.6, posts_per_week: 11.56 })).toBe(
      "at your 11.6 posts a week, about 11 months of posting at these two alone",
    );
  });

  it("needs two times that do not overlap", () => {
    expect(overlap(evening, morning)).toBe(false);
    expect(overlap(evening, { weekday: 3, hour: 18 })).toBe(true);
    expect(overlap({ weekday: 2, hour: 18 }, { weekday: 3, hour: 18 })).toBe(false);
  });
});
