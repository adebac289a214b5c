import { describe, expect, it } from "vitest";
import type { Snapshot } from "../api/posts";
import { describeHistory, metricsOf, noteOf, readingsOf } from "./history";
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
    const colors = { line: "a", text: "b", grid: "c", surface: "d", mark: "e" };
    const readings = readingsOf(DETAIL, "likes");
    const option = historyOption({
      readings,
      metric: "likes",
      timeZone: "UTC",
      colors,
      animated: false,
      tooltip: () => "",
    });
    const drawn = [option.series].flat().map((series) => Array.isArray(series?.data) && series.data.length);
    expect(drawn).toEqual([2, 1]);
  });
});
