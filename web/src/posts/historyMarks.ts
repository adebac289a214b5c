import type { Note } from "../api/notes";
import type { DateSpan } from "../api/types";
import { addDays, dayStart, todayIn } from "../filters/days";
import { markInWords, notesOn, numbered } from "../notes/marks";
import { noteOf, type Reading, type Usual } from "./history";

/** A note as it stands among readings: from the beginning of its first day to the end of its last. */
export interface HistoryMark {
  sign: string;
  from: number;
  to: number;
  said: Note;
}

/** The days that a history is of; undefined where there is no reading. */
export function historyDays(readings: Reading[], usual: Usual[], timeZone: string): DateSpan | undefined {
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) return undefined;
  const from = usual[0] ? new Date(usual[0].at) : new Date(first.at);
  return { from: todayIn(timeZone, from), to: todayIn(timeZone, new Date(last.at)) };
}

/** The notes on a history, cut to what it is of. */
export function historyMarks(
  notes: readonly Note[],
  readings: Reading[],
  usual: Usual[],
  timeZone: string,
): HistoryMark[] {
  const first = usual[0]?.at ?? Date.parse(readings[0]?.at ?? "");
  const last = Date.parse(readings.at(-1)?.at ?? "");
  return notes.flatMap((said, index) => {
    const from = Math.max(dayStart(said.from, timeZone), first);
    const to = Math.min(dayStart(addDays(said.to, 1), timeZone), last);
    return from <= to ? [{ sign: numbered(index), from, to, said }] : [];
  });
}

/** What is to be said of a reading beside its number, with what is noted on its day. */
export function saidOf(reading: Reading, notes: readonly Note[], timeZone: string): string[] {
  const day = todayIn(timeZone, new Date(reading.at));
  return [noteOf(reading), ...notesOn(notes, { from: day, to: day })].filter(Boolean);
}

/** The marks, for those who do not see them. */
export function marksInWords(marks: readonly HistoryMark[]): string {
  return marks.map(({ sign, said }) => markInWords({ sign, said })).join("; ");
}
