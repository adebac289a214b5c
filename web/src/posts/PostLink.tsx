import { Link } from "@tanstack/react-router";
import type { ListPost, PostFacts } from "../api/posts";
import { POSTS, VISIT } from "../auth/returnTo";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { OutsideLink } from "./PostLine";
import { beginning, marks } from "./words";

/** Opens a post over its list. */
export function PostLink({ post }: { post: ListPost }) {
  const visit = useVisit();
  return (
    <Link
      from={visit ? VISIT : POSTS}
      to="."
      search={(now) => ({ ...now, post: post.id })}
      resetScroll={false}
      className="tm-posts-link"
    >
      {beginning(post)}
    </Link>
  );
}

/** What sets a post apart, and the way to where it stands. */
export function PostMarks({ post }: { post: PostFacts }) {
  const said = [...marks(post), ...(post.boosted === "yes" ? [t("Boosted")] : [])];
  if (post.deleted) said.push(t("Deleted"));
  return (
    <span className="tm-note tm-posts-marks">
      <OutsideLink post={post} />
      {said.length > 0 && <span>{said.join(" · ")}</span>}
    </span>
  );
}
