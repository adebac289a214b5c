import { Text } from "@mantine/core";
import type { ContributingPost, Why } from "../api/why";
import { Picture, PostTitle } from "../posts/PostLine";
import { marks } from "../posts/words";
import { useVisit } from "../share/visit";
import type { Take } from "../take/take";
import { inSentence, t } from "../text/text";
import { formatInstant } from "../ui/format";
import { typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { ageInWords, amount, difference } from "./words";

/** The posts that made most of the change, by being above or below what is typical. */
export function ContributingPosts({ why, take }: { why: Why; take: Take }) {
  const visit = useVisit();
  return (
    <Panel title={t("Posts that made most of it")} take={take}>
      <Text size="sm" c="dimmed" mb="sm">
        {why.age_hours === null
          ? t("Each against what is typical of its account and content type.")
          : t("Each against what is typical of its account and content type at the age of {age}.", {
              age: ageInWords(why.age_hours),
            })}{" "}
        {t("A strong post of the earlier period pulls the change down: nothing like it came again.")}
      </Text>
      <ol className="tm-posts tm-why-posts">
        {why.posts.map((post) => (
          <li key={post.id} data-testid={`why-post-${post.id}`}>
            {/* Visitors are shown pictures of the period only. */}
            <Picture post={visit && !post.current ? { ...post, thumbnail: null } : post} />
            <div className="tm-post">
              <PostTitle post={post} />
              <span className="tm-note">
                <PlatformLabel platform={post.platform} />
                {[
                  "",
                  post.account.name,
                  formatInstant(post.published_at, why.period.time_zone),
                  inSentence(typeName(post.content_type)),
                  ...marks(post),
                ].join(" · ")}
              </span>
            </div>
            <Made post={post} why={why} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Made({ post, why }: { post: ContributingPost; why: Why }) {
  // A post's own number is a count, also where a rate is explained.
  const counted = why.metric === "engagement_rate" ? "engagement" : why.metric;
  return (
    <span className="tm-number">
      <strong>{difference(why.metric, post.contribution)}</strong>
      <span className="tm-note">
        <br />
        {t("{value} instead of {typical}", {
          value: amount(counted, post.value_at_age),
          typical: amount(counted, post.typical),
        })}
        <br />
        {post.current ? t("this period") : t("the period before")}
      </span>
    </span>
  );
}
