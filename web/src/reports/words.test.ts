import { expect, test } from "vitest";
import type { Answers, Report, ReportSection } from "../api/reports";
import { questionText } from "../take/take";
import { toReportsSearch } from "./search";
import {
  answerOf,
  blank,
  compareChoices,
  comparedInWords,
  compareOf,
  daysChangedInWords,
  firstContent,
  moved,
  takeOf,
  titleOf,
  withCompareIn,
} from "./words";

test("a new report is about the month that is over", () => {
  const content = firstContent("Acme", new Date("2026-03-15T12:00:00Z"));
  expect(content.from).toBe("2026-02-01");
  expect(content.to).toBe("2026-02-28");
  expect(content.title).toBe("Acme in February 2026");
  expect(firstContent("Acme", new Date("2026-01-01T00:00:00Z")).from).toBe("2025-12-01");
});

test("a section is called after what it shows, unless it has a heading of its own", () => {
  expect(titleOf(blank("top_posts"))).toBe("Top posts");
  expect(titleOf({ ...blank("trend"), metric: "likes" })).toBe("Likes day by day");
  expect(titleOf(blank("why"))).toBe("Why engagement changed");
  expect(titleOf({ ...blank("why"), title: "The story" })).toBe("The story");
});

test("a section is taken out of what a closed report keeps, or an open one says now", () => {
  const report = {
    business_id: 3,
    report_id: 7,
    from: "2026-02-01",
    to: "2026-02-28",
    answers: null,
  } as unknown as Report;
  const likes = { ...blank("trend"), metric: "likes" };
  expect(questionText(takeOf(report, likes))).toBe("reports/7/answers");
  expect(questionText(takeOf({ ...report, answers: {} }, likes))).toBe("reports/7");
  expect(takeOf(report, likes).parts).toEqual(["answers.trends:likes.points"]);
  expect(takeOf(report, blank("platforms")).parts).toEqual(["answers.overview.platforms"]);
});

test("answers are found under the names by which the server keeps them", () => {
  expect(answerOf(blank("platforms"))).toBe("overview");
  expect(answerOf({ ...blank("trend"), metric: "likes" })).toBe("trends:likes");
  expect(answerOf(blank("findings"))).toBe("insights");
});

test("sections change places, and the first goes no further up", () => {
  const sections: ReportSection[] = [blank("metrics"), blank("trend"), blank("why")];
  expect(moved(sections, 2, -1).map(({ panel }) => panel)).toEqual(["metrics", "why", "trend"]);
  expect(moved(sections, 0, -1)).toBe(sections);
  expect(moved(sections, 2, 1)).toBe(sections);
});

test("what has changed is counted", () => {
  expect(daysChangedInWords(1)).toBe("One day has changed since.");
  expect(daysChangedInWords(3)).toBe("3 days have changed since.");
});

test("the address names a report, and whether it is written", () => {
  expect(toReportsSearch({ business: "1", report: "17", edit: "on" })).toEqual({
    business: 1,
    report: 17,
    edit: "on",
  });
  expect(toReportsSearch({ business: "1", edit: "on" })).toEqual({ business: 1 });
});

test("what a report compares with is named", () => {
  const span = { from: "2026-09-01", to: "2026-09-30" };
  const answers = (comparison: object | null) =>
    ({ overview: { comparison, period: { from: "2026-10-01", to: "2026-10-30" } } }) as unknown as Answers;
  expect(comparedInWords(answers({ ...span, rule: "previous_period" }))).toMatch(
    /^Compared with \S.* – \S.*$/,
  );
  expect(comparedInWords(answers({ ...span, rule: "previous_year" }))).toMatch(/a year before/);
  expect(comparedInWords(answers({ ...span, rule: "previous_period", settled_to: "2026-10-27" }))).toMatch(
    /, counting days up to \S+ 27\b|, counting days up to 27\b/,
  );
  expect(
    comparedInWords(answers({ ...span, rule: "previous_period", settled_to: "2026-10-30" })),
  ).not.toMatch(/counting/);
  expect(comparedInWords(answers(null))).toBeUndefined();
  const trend = { "trends:likes": { comparison: { ...span, rule: "same_weekdays" } } } as unknown as Answers;
  expect(comparedInWords(trend)).toMatch(/same weekdays/);
  // One that was closed before trends knew of comparisons.
  expect(comparedInWords({ "trends:likes": {} } as unknown as Answers)).toBeUndefined();
});

test("a comparison stands among the filters, and the usual one need not", () => {
  expect(compareOf("platform=x")).toBe("previous_period");
  expect(withCompareIn("platform=x", "previous_year")).toBe("platform=x&compare=previous_year");
  expect(
    withCompareIn("compare=custom&compare_from=2026-01-01&compare_to=2026-01-31", "previous_period"),
  ).toBe("");
  expect(compareOf("compare=none")).toBe("none");
  expect(compareChoices("none").map(({ value }) => value)).not.toContain("custom");
  expect(compareChoices("custom").map(({ value }) => value)).toContain("custom");
});
