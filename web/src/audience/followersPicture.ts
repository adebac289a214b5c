import type { Audience } from "../api/audience";
import type { Note } from "../api/notes";
import { markInWords, marksOf } from "../notes/marks";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { lineOf } from "../trends/onSmallLine";
import { smallPicture } from "../trends/smallPicture";
import { formatCount } from "../ui/format";
import { platformName } from "../ui/names";
import { daysOf, followerPoints, marksOfAccount } from "./words";

/** The small charts of the panel. */
export function followersPicture(audience: Audience, notes: readonly Note[]): Drawn {
  const lines = audience.accounts.map((one) => ({
    name: `${platformName(one.account.platform)} ${one.account.handle}`,
    ...lineOf(followerPoints(audience, one), "followers"),
    marks: marksOfAccount(audience, notes, one.account.id),
  }));
  return smallPicture(lines, {
    dates: daysOf(audience),
    fromZero: false,
    format: formatCount,
    legend: [
      t("Followers per day."),
      ...marksOf(notes, daysOf(audience)).map((mark) => t("Note {mark}", { mark: markInWords(mark) })),
    ],
  });
}
