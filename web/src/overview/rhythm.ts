import type { DateSpan } from "../api/types";

/** How often posts come. */
export interface Rhythm {
  posts: number;
  /** Of those that were looked at. */
  days: number;
  perWeek: number;
  /** How many posts there are of each weekday, from Monday. */
  byWeekday: number[];
  /** The longest stretch without a post, of two days or more; the first of several. */
  pause: (DateSpan & { days: number }) | undefined;
}

interface Day {
  date: string;
  posts: number;
}

const DAY_MS = 86_400_000;

/**
 * The rhythm of some days. Days before the first post are left out: nobody knows whether nothing was published on them,
 * or nothing collected.
 *
 * @param all one for each day, in order
 * @return undefined where there is no post
 */
export function rhythmOf(all: readonly Day[]): Rhythm | undefined {
  const first = all.findIndex(({ posts }) => posts > 0);
  if (first < 0) return undefined;
  const days = all.slice(first);
  const byWeekday = Array.from({ length: 7 }, () => 0);
  let posts = 0;
  let silent = 0;
  let longest = 0;
  let end = 0;
  days.forEach((day, index) => {
    const weekday = weekdayOf(day.date);
    byWeekday[weekday] = (byWeekday[weekday] ?? 0) + day.posts;
    posts += day.posts;
    silent = day.posts > 0 ? 0 : silent + 1;
    if (silent > longest) {
      longest = silent;
      end = index;
    }
  });
  const from = days[end - longest + 1]?.date;
  const to = days[end]?.date;
  return {
    posts,
    days: days.length,
    perWeek: (7 * posts) / days.length,
    byWeekday,
    pause: longest > 1 && from && to ? { from, to, days: longest } : undefined,
  };
}

/** The weekdays with the most posts; none where all have as many. */
export function busiest({ byWeekday }: Rhythm): number[] {
  const most = Math.max(...byWeekday);
  return byWeekday.every((posts) => posts === most)
    ? []
    : byWeekday.flatMap((posts, weekday) => (posts === most ? [weekday] : []));
}

/** From 0, a Monday. The first of January 1970 was a Thursday. */
function weekdayOf(date: string): number {
  return (Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS) + 3) % 7;
}
