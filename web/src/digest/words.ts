import type { Digest } from "../api/digest";
import { sorted } from "../insights/words";
import { countOf, formatCount, formatDate, formatSigned } from "../ui/format";

/** What the week was like, in a sentence. */
export function summaryInWords({ state, findings }: Pick<Digest, "state" | "findings">): string {
  if (state === "no_data") return "Nothing was reported for this week, so that nothing can be said of it.";
  return state === "calm"
    ? "A calm week: nothing stands out."
    : `${countOf(sorted(findings).telling.length, "thing stands", "things stand")} out.`;
}

/** Which days take part in the comparison. */
export function comparisonInWords({ comparison, week }: Pick<Digest, "comparison" | "week">): string {
  if (!comparison) return "Compared with nothing.";
  const settled = comparison.settled_to;
  if (settled === null) return "No day of it can be compared yet: platforms may still revise all of them.";
  return settled < week.to
    ? `Compared with the week before up to ${formatDate(settled)}: later days may still be revised.`
    : "Compared with the week before.";
}

/** Posts and followers in a sentence each; what is missing is not zero. */
export function besideInWords({ published, followers }: Pick<Digest, "published" | "followers">): string {
  const before = published.previous === null ? "" : `, ${formatCount(published.previous)} in the week before`;
  const posts = published.value === null ? "not known" : formatCount(published.value);
  const level = followers.value === null ? "not known" : formatCount(followers.value);
  const moved = followers.net_change === null ? "" : ` (${formatSigned(followers.net_change)} in the week)`;
  return `Posts published: ${posts}${before}. Followers: ${level}${moved}.`;
}
