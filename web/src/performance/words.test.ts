import { describe, expect, it } from "vitest";
import type { Evidence } from "../api/evidence";
import type { HalfLife, Performance } from "../api/performance";
import {
  actualInWords,
  chanceInWords,
  halfLifeInWords,
  performanceInWords,
  scoreInWords,
  spanInWords,
  untoldInWords,
} from "./words";

const evidence = (more: Partial<Evidence>): Evidence => ({
  value: 2.34,
  lo: 1.6,
  hi: 3.21,
  level: 0.9,
  n: 40,
  n_eff: null,
  coverage: { unit: "post", reporting: 40, expected: 40, items: 40 },
  provisional_share: 0,
  as_of: "2026-11-20T12:00:00Z",
  method: "performance/1",
  status: "ok",
  reason_code: "ok",
  ...more,
});

const performance = (more: Partial<Performance>): Performance => ({
  metric: "engagement",
  actual: 64,
  age_hours: 9.2,
  settled: false,
  expected: 14.8,
  expected_range: [6, 31],
  usual: 77,
  projected: 180,
  projected_range: [120, 240],
  percentile: 0.9,
  evidence: evidence({}),
  ...more,
});

const life = (more: Partial<Evidence>): HalfLife => ({
  account: { id: 1, platform: "linkedin", handle: "acme", name: "Acme" },
  content_type: "image",
  settled_after_hours: 672,
  usual_hours: 27.7,
  curve: [],
  evidence: evidence({ value: 24.6, lo: 20.9, hi: 60, ...more }),
});

describe("a span of time", () => {
  it("is told in the unit that is read most easily", () => {
    expect(spanInWords(0.25)).toBe("15 minutes");
    expect(spanInWords(1)).toBe("1 hour");
    expect(spanInWords(30.4)).toBe("30 hours");
    expect(spanInWords(72)).toBe("3 days");
  });
});

describe("how a post does", () => {
  it("is told with how sure that is", () => {
    expect(performanceInWords(performance({}))).toBe("on the way to 2.3× the usual");
    expect(performanceInWords(performance({ settled: true }))).toBe("2.3× the usual");
    expect(actualInWords(performance({}))).toBe("64 after 9 hours, where 15 are usual");
  });

  it("is not told where nobody knows", () => {
    const unknown = performance({ expected: null, evidence: evidence({ value: null, lo: null, hi: null }) });
    expect(performanceInWords(unknown)).toBeNull();
    expect(actualInWords(unknown)).toBeNull();
  });
});

describe("a chance", () => {
  it("is never certain", () => {
    expect(chanceInWords(0.834)).toBe("83%");
    expect(chanceInWords(0.9999)).toBe("99%");
  });
});

describe("the record of alerts", () => {
  it("sets what came true beside what was promised", () => {
    const score = { said: 21, settled: 16, came_true: 14, promised: 0.88, evidence: evidence({}) };
    expect(scoreInWords(score)).toBe(
      "21 alerts so far. Of 16 whose posts have settled, 14 came true; 14 were promised.",
    );
    expect(scoreInWords({ ...score, settled: 0, came_true: 0, promised: null })).toBe(
      "21 alerts so far, none of a post that has settled yet.",
    );
    expect(scoreInWords({ ...score, said: 0 })).toBe("There has been no alert so far.");
  });
});

describe("a half-life", () => {
  it("comes with its interval and its posts", () => {
    expect(halfLifeInWords(life({}))).toBe("between 21 hours and 3 days, from 40 posts");
    expect(halfLifeInWords(life({ status: "provisional", n: 7 }))).toBe(
      "between 21 hours and 3 days, from 7 posts, provisional",
    );
    expect(halfLifeInWords(life({ value: null, lo: null, hi: null }))).toBeNull();
  });

  it("is not told of kinds that were read too rarely or have too few posts", () => {
    const rarely = life({ value: null, reason_code: "read_too_rarely" });
    const few = life({ value: null, reason_code: "too_few_posts" });
    expect(untoldInWords([life({})])).toBeNull();
    expect(untoldInWords([life({}), rarely, few])).toBe(
      "Not told for 2 kinds of posts: 1 where posts were read too rarely while they were young and 1 with too few posts.",
    );
  });
});
