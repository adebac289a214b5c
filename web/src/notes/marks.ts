import type { Note } from "../api/notes";
import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";

/** What is to be said about days of a chart. */
export interface Said extends DateSpan {
  text: string;
  /** Whether it is nobody else's business. */
  personal?: boolean;
}

/** What a chart marks: its sign in the list below, and the first and last of the chart's days that it is about. */
export interface Mark<S extends Said = Said> {
  sign: string;
  from: string;
  to: string;
  said: S;
}

/** What is taken away is for others, too. */
export const forOthers = <S extends Said>(all: readonly S[]): S[] => all.filter(({ personal }) => !personal);

/** Of notes, which are numbered. */
export const numbered = (index: number) => String(index + 1);
/** Of changes of the numbers themselves, so that nobody takes them for notes. */
export const lettered = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

/**
 * @param dates the first days of the chart's stretches, in order
 * @param sign of each in the list below
 * @param end the last day of the chart, where its stretches are longer than a day
 */
export function marksOf<S extends Said>(
  all: readonly S[],
  dates: readonly string[],
  sign = numbered,
  end = dates.at(-1),
): Mark<S>[] {
  const first = dates[0];
  if (first === undefined || end === undefined) return [];
  const placeOf = (day: string) => dates.findLast((date) => date <= day) ?? first;
  return all.flatMap((said, index) =>
    said.to < first || said.from > end
      ? []
      : [{ sign: sign(index), from: placeOf(said.from), to: placeOf(said.to), said }],
  );
}

/** Whether a note is about all accounts, or about one of which something holds. */
export function isAbout(note: Pick<Note, "account_id">, holds: (account: number) => boolean): boolean {
  return note.account_id === null || holds(note.account_id);
}

/** What is noted on some days. */
export function notesOn(notes: readonly Said[], days: DateSpan): string[] {
  return textsOn(notes, days).map((text) => t("note: {text}", { text }));
}

/** What is said about any of some days. */
export function textsOn(all: readonly Said[], days: DateSpan): string[] {
  return all.filter(({ from, to }) => from <= days.to && days.from <= to).map(({ text }) => text);
}

/** "1: 3 Nov 2026 – 9 Nov 2026, Campaign week". */
export function markInWords({ sign, said }: Pick<Mark, "sign" | "said">, locale?: string): string {
  return `${sign}: ${formatSpan(said, locale)}, ${said.text}`;
}
