import type { Note } from "../api/notes";
import type { Platform, TrendMarker } from "../api/types";
import { isAbout, lettered, type Mark, marksOf } from "../notes/marks";

/** What is marked on the days of platforms: notes by number, what happened to their numbers by letter. */
export interface PlatformMarks {
  notes: Mark[];
  breaks: Mark[];
  of: (platform: Platform) => Mark[];
}

/** @param platformOf of an account, which a note may be about */
export function platformMarks(
  dates: readonly string[],
  notes: readonly Note[],
  breaks: readonly TrendMarker[],
  platformOf: (account: number) => Platform | undefined,
): PlatformMarks {
  const noted = marksOf(notes, dates);
  const broken = marksOf(breaks, dates, lettered);
  return {
    notes: noted,
    breaks: broken,
    of: (platform) => [
      ...noted.filter(({ said }) => isAbout(said, (id) => platformOf(id) === platform)),
      ...broken.filter(({ said }) => said.platform === platform),
    ],
  };
}
