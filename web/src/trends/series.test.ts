import { expect, it } from "vitest";
import type { TrendPoint } from "../api/types";
import { describe as inWords, toSeries } from "./series";

function day(date: string, value: number | null, provisional = false, imported = false): TrendPoint {
  const status = value === null ? "not_collected" : "complete";
  return { date, metrics: { likes: { value, status, provisional, estimated: false, imported } } };
}

it("leaves a gap where nothing was reported, and keeps a real zero", () => {
  const series = toSeries([day("2026-10-01", 5), day("2026-10-02", null), day("2026-10-03", 0)], "likes");
  expect(series.settled).toEqual([5, null, 0]);
  expect(series.has).toEqual({ gaps: true, provisional: false, estimated: false, imported: false });
});

it("joins the provisional line to the settled one, without repeating settled days elsewhere", () => {
  const points = [
    day("2026-10-01", 1),
    day("2026-10-02", 2),
    day("2026-10-03", 3, true),
    day("2026-10-04", 4, true),
  ];
  const series = toSeries(points, "likes");
  expect(series.settled).toEqual([1, 2, null, null]);
  expect(series.provisional).toEqual([null, 2, 3, 4]);
});

it("marks days without a neighbour, which a line alone would not show", () => {
  const points = [day("2026-10-01", 1), day("2026-10-02", null), day("2026-10-03", 3), day("2026-10-04", 4)];
  expect([...toSeries(points, "likes").lone]).toEqual([0]);
});

it("treats a metric that the server did not answer as missing", () => {
  expect(toSeries([day("2026-10-01", 1)], "saves").settled).toEqual([null]);
});

it("says in a sentence what the line shows", () => {
  const points = [day("2026-10-01", 1200), day("2026-10-02", null), day("2026-10-03", 3)];
  expect(inWords(points, "likes", "Likes", "en-GB")).toBe(
    "Likes per day: 2 of 3 days have a value. Highest 1,200 on 1 Oct 2026, lowest 3 on 3 Oct 2026.",
  );
  const imported = [day("2026-10-01", 1, false, true), day("2026-10-02", null, false, true)];
  expect(inWords(imported, "likes", "Likes", "en-GB")).toMatch(/ All were imported from files\.$/);
  expect(toSeries(imported, "likes").imported).toEqual([true, false]);
  expect(inWords([day("2026-10-01", null)], "likes", "Likes")).toBe("Likes per day: no day has a value.");
});
