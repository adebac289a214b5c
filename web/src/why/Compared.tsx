import { Text } from "@mantine/core";
import type { Why } from "../api/why";
import { t } from "../text/text";
import { formatSpan, joinWords } from "../ui/format";
import { platformName } from "../ui/names";
import { ageInWords, sideInWords } from "./words";

/** What is compared with what, and what of it does not count. */
export function Compared({ why }: { why: Why }) {
  const { comparison, change, age_hours: age, platforms_left_out: left } = why;
  if (!comparison) return null;
  const posts = change
    ? `: ${t("{posts} against {previous}", {
        posts: sideInWords(change.posts),
        previous: sideInWords(change.previous_posts),
      })}`
    : "";
  return (
    <Text size="sm" c="dimmed" mt="xs" data-testid="why-compared">
      {t("{period} compared with {earlier}", {
        period: formatSpan(why.period),
        earlier: formatSpan(comparison),
      })}
      {posts}
      {age !== null && `, ${t("each counted at the age of {age}", { age: ageInWords(age) })}`}.
      {left.length > 0 &&
        ` ${t("Left out, since its rate has another denominator: {list}.", { list: joinWords(left.map(platformName)) })}`}
    </Text>
  );
}
