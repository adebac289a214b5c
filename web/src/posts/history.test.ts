import { describe, expect, it } from "vitest";
import type { Snapshot } from "../api/posts";
import { describeHistory, metricsOf, noteOf, readingsOf, usualCourse } from "./history";
import { historyOption } from "./historyOption";
import { postDetail } from "./testing";

function snapshot(
  day: number,
  values: Record<string, number>,
  verdicts: Snapshot["verdicts"] = [],
): Snapshot {
  const observed_at = `2026-10-${String(day).padStart(2, "0")}T05:00:00Z`;
  return { observed_at, source_id: 1207, values, unchanged: false, verdicts };
}

const DETAIL = postDetail({
  history: {
    snapshots: [
      snapshot(10, { likes: 5, impressions: 100 }),
      snapshot(11, { likes: 0 }, [{ metric: "likes", kind: "glitch", change: -5 }]),
      snapshot(12, { likes: 6, impressions: 90 }, [
        { metric: "impressions", kind: "restatement", change: -10 },
      ]),
    ],
    total: 3,
    truncated: false,
  },
});

describe("the history of a post", () => {
  it("offers what was ever read", () => {
    expect(metricsOf(DETAIL.history)).toEqual(["impressions", "likes"]);
  });

  it("holds the readings with a number, and nothing for those without", () => {
    expect(readingsOf(DETAIL, "impressions").map(({ value }) => value)).toEqual([100, 90]);
    expect(readingsOf(DETAIL, "likes")[0]?.source).toBe("acme_content.xls");
  });

  it("says what became of a fall, of the metric that fell", () => {
    const [, restated] = readingsOf(DETAIL, "impressions");
    expect(restated && noteOf(restated)).toBe("Restated: the platform corrected it down by 10");
    const likes = readingsOf(DETAIL, "likes");
    expect(likes.map(({ verdict }) => verdict?.kind)).toEqual([undefined, "glitch", undefined]);
  });

  it("is described for those who do not see the chart", () => {
    const words = describeHistory(readingsOf(DETAIL, "likes"), "likes", "UTC");
    expect(words).toContain("Likes in 3 readings: 5 on");
    expect(words).toContain("1 reading fell and is marked.");
  });

  it("is drawn without the glitches in its line", () => {
    const colors = { line: "a", text: "b", grid: "c", surface: "d", mark: "e", usual: "f" };
    const readings = readingsOf(DETAIL, "likes");
    const option = historyOption({
      readings,
      usual: [],
      metric: "likes",
      timeZone: "UTC",
      marks: [],
      colors,
      animated: false,
      tooltip: () => "",
    });
    const drawn = [option.series].flat().map((series) => Array.isArray(series?.data) && series.data.length);
    expect(drawn).toEqual([2, 1]);
  });
});

describe("what is usual of such posts", () => {
  const detail = postDetail({
    post: { ...DETAIL.post, published_at: "2026-10-10T00:00:00Z" },
    history: DETAIL.history,
    expected_course: {
      likes: [
        { age_hours: 24, expected: 4, expected_range: [2, 8] },
        { age_hours: 72, expected: 8, expected_range: [4, 16] },
      ],
    },
  });
  const published = Date.parse("2026-10-10T00:00:00Z");
  const hours = (count: number) => published + count * 3_600_000;
  const readings = readingsOf(detail, "likes");

  it("begins at publication and ends with the last reading, straight between the ages", () => {
    const usual = usualCourse(detail, "likes", readings);
    expect(usual.slice(0, 2)).toEqual([
      { at: published, expected: 0, low: 0, high: 0 },
      { at: hours(24), expected: 4, low: 2, high: 8 },
    ]);
    // The last reading is at 53 hours.
    expect(usual[2]?.at).toBe(hours(53));
    expect(usual[2]?.expected).toBeCloseTo(4 + (29 / 48) * 4);
    expect(usual[2]?.high).toBeCloseTo(8 + (29 / 48) * 8);
  });

  it("stays where it is once posts have settled", () => {
    const late = [{ at: new Date(hours(500)).toISOString(), value: 9, source: "", verdict: undefined }];
    expect(usualCourse(detail, "likes", late).at(-1)).toEqual({
      at: hours(500),
      expected: 8,
      low: 4,
      high: 16,
    });
  });

  it("is not drawn where nobody knows it", () => {
    expect(usualCourse(detail, "impressions", readings)).toEqual([]);
    expect(
      usualCourse({ ...detail, post: { ...detail.post, published_at: null } }, "likes", readings),
    ).toEqual([]);
    expect(usualCourse(detail, "likes", [])).toEqual([]);
  });

  it("is told to those who do not see it", () => {
    const usual = usualCourse(detail, "likes", readings);
    expect(describeHistory(readings, "likes", "UTC", usual)).toContain("Such posts usually have 6 by then");
  });
});
