import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useView } from "../filters/useView";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatCount, formatInstant } from "../ui/format";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { Picture, PostTitle } from "./PostLine";
import { type TopPosts, topPostsQuery } from "./topPosts";
import { marks } from "./words";

/** The posts of the period that people reacted to most, with their pictures from this server. */
export function TopPostsPanel({ business }: { business: number }) {
  const [view] = useView();
  const top = useQuery(topPostsQuery(business, view));
  return (
    <Panel title="Top posts">
      {top.isError ? (
        <ErrorPanel what="The ranking" error={top.error} retry={() => void top.refetch()} />
      ) : top.isPending ? (
        <Skeleton height={200} role="status" aria-label="Loading the top posts" />
      ) : top.data.posts.length === 0 ? (
        <Text c="dimmed">No post of this period has a value to rank by.</Text>
      ) : (
        <Ranking top={top.data} />
      )}
    </Panel>
  );
}

function Ranking({ top }: { top: TopPosts }) {
  return (
    <ol className="tm-posts">
      {top.posts.map((post) => (
        <li key={post.id} data-testid={`top-post-${post.id}`}>
          <Picture post={post} />
          <div className="tm-post">
            <PostTitle post={post} />
            <span className="tm-note">
              <PlatformLabel platform={post.platform} />
              {[
                "",
                post.account.name,
                formatInstant(post.published_at, top.period.time_zone),
                post.content_type,
                ...marks(post),
              ].join(" · ")}
            </span>
          </div>
          <span className="tm-number">
            <strong>{formatCount(post.score)}</strong>
            <span className="tm-note"> {figureName(top.metric).toLowerCase()}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
