import type { ReactNode } from "react";
import { inSentence } from "../text/text";
import { formatInstant } from "../ui/format";
import { typeName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";
import { Picture, PostTitle } from "./PostLine";
import type { ListedPost } from "./topPosts";
import { marks } from "./words";

interface Props {
  post: ListedPost;
  timeZone: string;
  /** More about the post, line by line. */
  more: (string | null)[];
  /** What stands at its side. */
  children: ReactNode;
}

/** A post of a list, with its picture, what it is and whatever else is to be said of it. */
export function PostItem({ post, timeZone, more, children }: Props) {
  return (
    <li data-testid={`post-${post.id}`}>
      <Picture post={post} />
      <div className="tm-post">
        <PostTitle post={post} />
        <span className="tm-note">
          <PlatformLabel platform={post.platform} />
          {[
            "",
            post.account.name,
            formatInstant(post.published_at, timeZone),
            inSentence(typeName(post.content_type)),
            ...marks(post),
          ].join(" · ")}
        </span>
        {more.map((line) =>
          line === null ? null : (
            <span key={line} className="tm-note">
              {line}
            </span>
          ),
        )}
      </div>
      <span className="tm-number">{children}</span>
    </li>
  );
}
