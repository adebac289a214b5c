import type { Digest } from "../api/digest";
import { sorted } from "../insights/words";
import { plural, t } from "../text/text";
import { formatCount, formatDate, formatSigned } from "../ui/format";

/** What the week was like, in a sentence. */
export function summaryInWords({ state, findings }: Pick<Digest, "state" | "findings">): string {
  if (state === "no_data") return t("Nothing was reported for this week, so that nothing can be said of it.");
  return state === "calm"
    ? t("A calm week: nothing stands out.")
    : plural(sorted(findings).telling.length, "{n} thing stands out.", "{n} things stand out.");
}

/** Which days take part in the comparison. */
export function comparisonInWords({ comparison, week }: Pick<Digest, "comparison" | "week">): string {
  if (!comparison) return t("Compared with nothing.");
  const settled = comparison.settled_to;
  if (settled === null) return t("No day of it can be compared yet: platforms may still revise all of them.");
  return settled < week.to
    ? t("Compared with the week before up to {day}: later days may still be revised.", {
        day: formatDate(settled),
      })
    : t("Compared with the week before.");
}

/** Posts and followers in a sentence each; what is missing is not zero. */
export function besideInWords({ published, followers }: Pick<Digest, "published" | "followers">): string {
  const before =
    published.previous === null
      ? ""
      : `, ${t("{number} in the week before", { number: formatCount(published.previous) })}`;
  const posts = published.value === null ? t("not known") : formatCount(published.value);
  const level = followers.value === null ? t("not known") : formatCount(followers.value);
  const moved =
    followers.net_change === null
      ? ""
      : ` (${t("{change} in the week", { change: formatSigned(followers.net_change) })})`;
  return t("Posts published: {posts}{before}. Followers: {level}{moved}.", { posts, before, level, moved });
}
