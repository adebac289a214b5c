import { dateFormat } from "./intl";

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** A day of the week by the server's name, as the reader writes it. */
export function weekdayName(day: string): string {
  const index = (WEEKDAYS as readonly string[]).indexOf(day);
  // The first of January 2024 was a Monday.
  const example = new Date(Date.UTC(2024, 0, 1 + index));
  return index < 0 ? day : dateFormat(undefined, { weekday: "long", timeZone: "UTC" }).format(example);
}
