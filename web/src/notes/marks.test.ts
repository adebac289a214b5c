import { expect, it } from "vitest";
import type { Note } from "../api/notes";
import { lettered, markInWords, marksOf, notesOn } from "./marks";

const note = (from: string, to: string, text: string): Note => ({
  note_id: 1,
  from,
  to,
  text,
  account_id: null,
  author: "ann@example.com",
  personal: false,
  created_at: "2026-11-10T08:00:00Z",
  updated_at: "2026-11-10T08:00:00Z",
});
const notes = [
  note("2026-11-01", "2026-11-02", "before"),
  note("2026-11-02", "2026-11-04", "across"),
  note("2026-11-05", "2026-11-05", "day"),
];
const dates = ["2026-11-03", "2026-11-04", "2026-11-05"];

it("marks the days of the chart, with the number of the list", () => {
  expect(marksOf(notes, dates).map(({ sign, from, to }) => [sign, from, to])).toEqual([
    ["2", "2026-11-03", "2026-11-04"],
    ["3", "2026-11-05", "2026-11-05"],
  ]);
  expect(marksOf(notes, [])).toEqual([]);
  expect(marksOf(notes, dates, lettered).map(({ sign }) => sign)).toEqual(["B", "C"]);
});

it("marks the weeks that its days are in", () => {
  const weeks = ["2026-10-26", "2026-11-02", "2026-11-09"];
  expect(
    marksOf(notes, weeks, undefined, "2026-11-15").map(({ sign, from, to }) => [sign, from, to]),
  ).toEqual([
    ["1", "2026-10-26", "2026-11-02"],
    ["2", "2026-11-02", "2026-11-02"],
    ["3", "2026-11-02", "2026-11-02"],
  ]);
});

it("tells what is noted on a day", () => {
  const day = (date: string) => ({ from: date, to: date });
  expect(notesOn(notes, day("2026-11-04"))).toEqual(["note: across"]);
  expect(notesOn(notes, day("2026-11-06"))).toEqual([]);
  expect(notesOn(notes, { from: "2026-11-04", to: "2026-11-10" })).toEqual(["note: across", "note: day"]);
});

it("says a note in words", () => {
  const [mark] = marksOf(notes, dates);
  expect(mark && markInWords(mark, "en-GB")).toBe("2: 2 Nov 2026 – 4 Nov 2026, across");
});
