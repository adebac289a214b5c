import type { Note } from "../api/notes";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";

/** A note as a chart marks it: its number in the list below, and the first and last of the chart's days that it is about. */
export interface Mark {
  number: number;
  from: string;
  to: string;
  note: Note;
}

/** @param dates the days of the chart in order */
export function marksOf(notes: readonly Note[], dates: readonly string[]): Mark[] {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  return notes.flatMap((note, index) =>
    note.to < first || note.from > last
      ? []
      : [
          {
            number: index + 1,
            from: note.from < first ? first : note.from,
            to: note.to > last ? last : note.to,
            note,
          },
        ],
  );
}

/** What is noted on a day. */
export function notesOn(notes: readonly Note[], date: string): string[] {
  return notes
    .filter(({ from, to }) => from <= date && date <= to)
    .map(({ text }) => t("note: {text}", { text }));
}

/** "1: 3 Nov 2026 – 9 Nov 2026, Campaign week". */
export function noteInWords({ number, note }: Pick<Mark, "number" | "note">, locale?: string): string {
  return `${number}: ${formatSpan(note, locale)}, ${note.text}`;
}
