import { expect, it } from "vitest";
import type { Note } from "../api/notes";
import type { Reading } from "./history";
import { historyDays, historyMarks, saidOf } from "./historyMarks";

const ZONE = "Europe/Berlin";
const reading = (at: string) => ({ at, value: 5, source: "", verdict: undefined }) as Reading;
const note = (from: string, to: string) => ({ from, to, text: "Fair", account_id: null }) as Note;
// The last is of the third by the clock of the business.
const readings = [reading("2026-11-01T12:00:00Z"), reading("2026-11-02T23:30:00Z")];

it("is of the days of its readings, and of the publication where its usual course begins there", () => {
  expect(historyDays(readings, [], ZONE)).toEqual({ from: "2026-11-01", to: "2026-11-03" });
  const published = { at: Date.parse("2026-10-30T12:00:00Z"), expected: 0, low: 0, high: 0 };
  expect(historyDays(readings, [published], ZONE)?.from).toBe("2026-10-30");
  expect(historyDays([], [], ZONE)).toBeUndefined();
});

it("marks whole days on the clock of the business, cut to what it is of", () => {
  const marks = historyMarks(
    [note("2026-10-20", "2026-10-25"), note("2026-11-02", "2026-11-02"), note("2026-11-03", "2026-11-09")],
    readings,
    [],
    ZONE,
  );
  expect(
    marks.map(({ sign, from, to }) => [sign, new Date(from).toISOString(), new Date(to).toISOString()]),
  ).toEqual([
    ["2", "2026-11-01T23:00:00.000Z", "2026-11-02T23:00:00.000Z"],
    ["3", "2026-11-02T23:00:00.000Z", "2026-11-02T23:30:00.000Z"],
  ]);
});

it("tells of a reading what is noted on its day", () => {
  const noted = [note("2026-11-03", "2026-11-03")];
  expect(readings.map((one) => saidOf(one, noted, ZONE))).toEqual([[], ["note: Fair"]]);
});
