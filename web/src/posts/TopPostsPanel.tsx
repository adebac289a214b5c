import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { useView } from "../filters/useView";
import { performanceInWords } from "../performance/words";
import { questionOf } from "../take/take";
import { english, inSentence, rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatCount } from "../ui/format";
import { Later } from "../ui/Later";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PostItem } from "./PostItem";
import { type TopPosts, topPostsQuery } from "./topPosts";

/** The posts of the period that people reacted to most, and how each does for its age. */
export function TopPostsPanel({ business }: { business: number }) {
  const [view] = useView();
  const query = topPostsQuery(business, view);
  const top = useQuery(query);
  const pending = <Skeleton height={200} role="status" aria-label={t("Loading the top posts")} />;
  return (
    <Panel
      title={t("Top posts")}
      take={{
        question: questionOf("/analytics/top-posts", query),
        parts: ["posts"],
        period: top.data?.period,
        definitions: top.data?.definitions,
      }}
    >
      {top.isError ? (
        <ErrorPanel what={t("The ranking")} error={top.error} retry={() => void top.refetch()} />
      ) : top.isPending ? (
        pending
      ) : top.data.posts.length === 0 ? (
        <Text c="dimmed">{t("No post of this period has a value to rank by.")}</Text>
      ) : (
        <Later fallback={pending}>
          <Ranking top={top.data} />
        </Later>
      )}
    </Panel>
  );
}

function Ranking({ top }: { top: TopPosts }) {
  return (
    <>
      <ol className="tm-posts">
        {top.posts.map((post) => (
          <PostItem
            key={post.id}
            post={post}
            timeZone={top.period.time_zone}
            more={[performanceInWords(post.performance)]}
          >
            <strong>{formatCount(post.score)}</strong>
            <span className="tm-note"> {inSentence(figureName(top.metric))}</span>
            <EvidenceInfo
              evidence={post.performance.evidence}
              about={t("Against the usual")}
              unit="times"
              timeZone={top.period.time_zone}
            />
          </PostItem>
        ))}
      </ol>
      <Text className="tm-note" mt="sm">
        {rich("Ranked by {rule}.", { rule: english(top.ranked_by) })}
      </Text>
    </>
  );
}
