import type { ListPost } from "../api/posts";
import { inSentence, t } from "../text/text";
import { DASH, formatInstant } from "../ui/format";
import { typeName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";
import { type ColumnKey, numberCell } from "./columns";

interface Props {
  column: ColumnKey;
  post: ListPost;
  timeZone: string;
  /** Whether the reason of a missing number is written out. */
  spacious?: boolean;
}

export function PostCell({ column, post, timeZone, spacious = false }: Props) {
  switch (column) {
    case "account":
      return (
        <>
          <PlatformLabel platform={post.platform} />
          <span className="tm-posts-account">{post.account.name}</span>
        </>
      );
    case "published_at":
      return <span className="tm-posts-date">{formatInstant(post.published_at, timeZone)}</span>;
    case "content_type":
      return inSentence(typeName(post.content_type));
    case "labels":
      return post.labels.length === 0 ? (
        <Missing why={t("no label")} spacious={spacious} />
      ) : (
        post.labels.map(({ name }) => name).join(", ")
      );
    default: {
      const cell = numberCell(column, post);
      return "text" in cell ? cell.text : <Missing why={cell.missing} spacious={spacious} />;
    }
  }
}

/** A dash, with its reason for the pointer and for those who hear the page. */
function Missing({ why, spacious }: { why: string; spacious: boolean }) {
  return (
    <span className="tm-note" title={why}>
      <span aria-hidden="true">{DASH}</span>
      <span className={spacious ? undefined : "tm-unseen"}> {why}</span>
    </span>
  );
}
