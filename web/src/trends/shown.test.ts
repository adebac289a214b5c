import { describe, expect, it } from "vitest";
import type { TrendPoint } from "../api/types";
import { LIGHT } from "./chartColors";
import { chartOption } from "./chartOption";
import { dotsInWords } from "./dotsInWords";
import { datesOf, describeShown, isCut, marksIn, previousOf, type Shown, seriesOf, tellPlace } from "./shown";
import { linesInWords } from "./trendPicture";

function point(date: string, value: number | null, more = {}): TrendPoint {
  const status = value === null ? "not_collected" : "complete";
  return {
    date,
    metrics: { likes: { value, status, provisional: false, estimated: false, imported: false, ...more } },
  };
}

/** Two whole weeks and a cut one, set beside two weeks. */
const WEEKS: Shown = {
  metric: "likes",
  trends: {
    period: {
      from: "2026-11-02",
      to: "2026-11-18",
      time_zone: "Europe/Berlin",
      basis: "activity",
      basis_reason: "",
      basis_reason_said: [],
    } as unknown as Shown["trends"]["period"],
    granularity: "week",
    points: [point("2026-11-02", 10), point("2026-11-09", 20), point("2026-11-16", 5)] as never,
    comparison: { from: "2026-10-16", to: "2026-10-29", rule: "previous_period" },
    previous: [point("2026-10-16", 7), point("2026-10-19", null)] as never,
    averages: [],
  },
  overlay: undefined,
  notes: [],
  breaks: [],
};

const DAYS: Shown = {
  ...WEEKS,
  trends: {
    ...WEEKS.trends,
    period: { ...WEEKS.trends.period, from: "2026-11-02", to: "2026-11-04" },
    granularity: "day",
    points: [
      point("2026-11-02", 1),
      point("2026-11-03", 2, { estimated: true }),
      point("2026-11-04", 3),
    ] as never,
    averages: [
      { date: "2026-11-02", metrics: { likes: null } },
      { date: "2026-11-03", metrics: { likes: 1.6 } },
    ],
  },
};

const IMPORTED: Shown = {
  ...DAYS,
  trends: {
    ...DAYS.trends,
    points: [
      point("2026-11-02", 1, { imported: true }),
      point("2026-11-03", 2, { imported: true }),
      point("2026-11-04", 3),
    ] as never,
  },
};

const DRAWING = { colors: LIGHT, animated: false, tooltip: () => "", marks: [], width: () => 600 };

describe("weeks", () => {
  it("are told by their days, and how many of them there are where the period cuts one", () => {
    expect(tellPlace(WEEKS, 1, "en-GB")?.days).toBe("9 Nov 2026 – 15 Nov 2026");
    expect(tellPlace(WEEKS, 2, "en-GB")).toEqual({
      days: "16 Nov 2026 – 18 Nov 2026",
      value: "5",
      about: ["only 3 days of 7"],
      beside: [],
    });
    expect([0, 1, 2].map((index) => isCut(WEEKS, index))).toEqual([false, false, true]);
  });

  it("that are cut are drawn as what is not final", () => {
    const series = seriesOf(WEEKS);
    expect(series.settled).toEqual([10, 20, null]);
    expect(series.provisional).toEqual([null, 20, 5]);
    expect(series.has.provisional).toBe(false);
  });

  it("stand beside those at the same place before; a missing one is not zero", () => {
    expect(previousOf(WEEKS, 0)).toEqual({ days: { from: "2026-10-16", to: "2026-10-18" }, value: 7 });
    expect(previousOf(WEEKS, 1)).toEqual({ days: { from: "2026-10-19", to: "2026-10-29" }, value: null });
    expect(previousOf(WEEKS, 2)).toBeUndefined();
    expect(tellPlace(WEEKS, 0, "en-GB")?.beside).toEqual(["before: 7 (16 Oct 2026 – 18 Oct 2026)"]);
    expect(tellPlace(WEEKS, 1, "en-GB")?.beside).toEqual([]);
  });

  it("hold the notes on any of their days", () => {
    const note = { from: "2026-11-18", to: "2026-11-18", text: "Launch" } as Shown["notes"][number];
    const noted = { ...WEEKS, notes: [note] };
    expect(marksIn(noted).notes.map(({ from, to }) => [from, to])).toEqual([["2026-11-16", "2026-11-16"]]);
    expect(tellPlace(noted, 2)?.about).toEqual(["only 3 days of 7", "note: Launch"]);
  });

  it("are said in a sentence", () => {
    expect(describeShown(WEEKS, "en-GB")).toBe(
      "Likes per week: 3 of 3 have a value. Highest 20 in 9 Nov 2026 – 15 Nov 2026, lowest 5 in 16 Nov 2026 – 18 Nov 2026.",
    );
  });
});

describe("months", () => {
  it("have as many days as the calendar says", () => {
    const months = (from: string, to: string): Shown => ({
      ...WEEKS,
      trends: {
        ...WEEKS.trends,
        granularity: "month",
        period: { ...WEEKS.trends.period, from, to },
        points: [point(from, 4)] as never,
      },
    });
    expect(isCut(months("2026-02-01", "2026-02-28"), 0)).toBe(false);
    expect(isCut(months("2028-02-01", "2028-02-28"), 0)).toBe(true);
  });
});

describe("days", () => {
  it("are never cut, and tell their mean where there is one", () => {
    expect(datesOf(DAYS).map((_date, index) => isCut(DAYS, index))).toEqual([false, false, false]);
    expect(tellPlace(DAYS, 0, "en-GB")?.beside).toEqual(["before: 7 (16 Oct 2026 – 18 Oct 2026)"]);
    expect(tellPlace(DAYS, 1, "en-GB")?.beside).toEqual(["mean of 7 days: 2"]);
  });

  it("that are imported are told and drawn as such", () => {
    const { imported, has } = seriesOf(IMPORTED);
    expect(imported).toEqual([true, true, false]);
    expect(has.imported).toBe(true);
    expect(seriesOf(DAYS).has.imported).toBe(false);
    expect(tellPlace(IMPORTED, 0, "en-GB")?.about).toEqual(["imported"]);
    expect(describeShown(IMPORTED, "en-GB")).toContain(" 2 values were imported from files.");
    expect(linesInWords(IMPORTED)).toContain(dotsInWords());
    expect(linesInWords(DAYS)).not.toContain(dotsInWords());
  });

  it("that are imported are hollow dots while the chart is wide enough", () => {
    const dotsAt = (width: number) => {
      const option = chartOption(IMPORTED, { ...DRAWING, width: () => width });
      const drawn = [option.series].flat().find((one) => one?.name === "imported");
      const symbol = drawn?.symbol as (value: unknown, place: { dataIndex: number }) => string;
      return [0, 1, 2].map((dataIndex) => symbol(0, { dataIndex }));
    };
    expect(dotsAt(600)).toEqual(["circle", "circle", "none"]);
    const names = [chartOption(DAYS, DRAWING).series].flat().map((one) => one?.name);
    expect(names).not.toContain("imported");
  });

  it("that are estimated are hatched up to the days beside them", () => {
    const series = seriesOf(DAYS);
    expect(series.estimated).toEqual([1, 2, 3]);
    expect(series.has.estimated).toBe(true);
    expect(seriesOf(WEEKS).estimated).toEqual([null, null, null]);
  });
});
