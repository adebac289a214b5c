import { businessOf } from "../filters/view";

/** What the page shows, as its address says it. */
export interface DigestSearch {
  business?: number;
  /** The first day of a week; the last whole week where there is none. */
  week?: string;
}

export function toDigestSearch(raw: Record<string, unknown>): DigestSearch {
  const search: DigestSearch = businessOf(raw);
  if (typeof raw.week === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw.week)) search.week = raw.week;
  return search;
}

/** The day a number of weeks away. */
export function weeksFrom(day: string, weeks: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7 * weeks);
  return date.toISOString().slice(0, 10);
}
