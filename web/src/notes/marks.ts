import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";

/** What is to be said about days of a chart. */
export interface Said extends DateSpan {
  text: string;
}

/** What a chart marks: its sign in the list below, and the first and last of the chart's days that it is about. */
export interface Mark {
  sign: string;
  from: string;
  to: string;
  said: Said;
}

/** Of notes, which are numbered. */
export const numbered = (index: number) => String(index + 1);
/** Of changes of the numbers themselves, so that nobody takes them for notes. */
export const lettered = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

/**
 * @param dates the days of the chart in order
 * @param sign of each in the list below
 */
export function marksOf(all: readonly Said[], dates: readonly string[], sign = numbered): Mark[] {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  return all.flatMap((said, index) =>
    said.to < first || said.from > last
      ? []
      : [
          {
            sign: sign(index),
            from: said.from < first ? first : said.from,
            to: said.to > last ? last : said.to,
            said,
          },
        ],
  );
}

/** What is noted on a day. */
export function notesOn(notes: readonly Said[], date: string): string[] {
  return textsOn(notes, date).map((text) => t("note: {text}", { text }));
}

/** What is said about a day. */
export function textsOn(all: readonly Said[], date: string): string[] {
  return all.filter(({ from, to }) => from <= date && date <= to).map(({ text }) => text);
}

/** "1: 3 Nov 2026 – 9 Nov 2026, Campaign week". */
export function markInWords({ sign, said }: Pick<Mark, "sign" | "said">, locale?: string): string {
  return `${sign}: ${formatSpan(said, locale)}, ${said.text}`;
}
