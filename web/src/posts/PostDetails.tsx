import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type PostDetail, postQuery } from "../api/posts";
import type { Business } from "../api/types";
import { labelKind } from "../filters/labels";
import { useView } from "../filters/useView";
import type { Question, Take } from "../take/take";
import { inSentence, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatInstant } from "../ui/format";
import { typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { AgesTable } from "./AgesTable";
import { HistoryPanel } from "./HistoryPanel";
import { PerformancePanel } from "./PerformancePanel";
import { OutsideLink, Picture } from "./PostLine";
import { PostValues } from "./PostValues";
import { VersionsPanel } from "./VersionsPanel";
import { beginning, marks } from "./words";

interface Props {
  business: Pick<Business, "business_id" | "time_zone">;
  id: number;
}

/** Everything that is known of one post: alone on a page, or in a drawer over the list. */
export function PostDetails({ business, id }: Props) {
  const [view] = useView();
  const detail = useQuery(postQuery(business.business_id, id, view.as_of));
  if (detail.isError && !detail.data) {
    return <ErrorPanel what={t("The post")} error={detail.error} retry={() => void detail.refetch()} />;
  }
  if (detail.isPending) {
    return (
      <div className="tm-one-post" role="status" aria-label={t("Loading the post")}>
        <Skeleton height={190} radius="lg" />
        <Skeleton height={420} radius="lg" />
        <Skeleton height={400} radius="lg" />
      </div>
    );
  }
  return (
    <Found
      detail={detail.data}
      timeZone={business.time_zone}
      question={{
        path: `/analytics/posts/${id}`,
        params: { business_id: business.business_id, as_of: view.as_of },
      }}
    />
  );
}

interface FoundProps {
  detail: PostDetail;
  timeZone: string;
  question: Question;
}

function Found({ detail, timeZone, question }: FoundProps) {
  const { definitions } = detail;
  const take = (part: string): Take => ({ question, parts: [part], definitions });
  return (
    <div className="tm-one-post" data-testid={`one-post-${detail.post.id}`}>
      <About detail={detail} timeZone={timeZone} />
      {detail.performance && Object.keys(detail.performance).length > 0 && (
        <PerformancePanel performance={detail.performance} timeZone={timeZone} take={take("performance")} />
      )}
      <Panel title={t("Values")} take={take("metrics")}>
        <PostValues detail={detail} timeZone={timeZone} />
      </Panel>
      <HistoryPanel detail={detail} timeZone={timeZone} take={take("history.snapshots")} />
      {detail.ages.length > 0 && <AgesTable ages={detail.ages} take={take("ages")} />}
      {detail.versions.total > 1 && (
        <VersionsPanel versions={detail.versions} timeZone={timeZone} take={take("versions.items")} />
      )}
    </div>
  );
}

function About({ detail, timeZone }: { detail: PostDetail; timeZone: string }) {
  const { post } = detail;
  const said = marks(post);
  if (post.boosted === "yes") said.push(t("Boosted"));
  if (post.deleted) said.push(t("Deleted on the platform"));
  return (
    <section className="tm-panel tm-one-head" aria-label={t("The post")}>
      <Picture post={post} />
      <div>
        <p className="tm-one-text">{post.text?.trim() ? post.text : beginning(post)}</p>
        <p className="tm-note">
          <PlatformLabel platform={post.platform} />
          {[
            "",
            post.account.name,
            post.published_at
              ? formatInstant(post.published_at, timeZone)
              : t("nobody said when it was published"),
            inSentence(typeName(post.content_type)),
          ].join(" · ")}
        </p>
        <p className="tm-note">
          <OutsideLink post={post} />
        </p>
        {said.length + post.labels.length > 0 && (
          <ul className="tm-plain tm-one-badges" aria-label={t("Marks and labels")}>
            {said.map((mark) => (
              <li key={mark} className="tm-badge">
                {mark}
              </li>
            ))}
            {post.labels.map((label) => (
              <li key={label.id} className="tm-badge" title={labelKind(label.kind)}>
                {label.name}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
