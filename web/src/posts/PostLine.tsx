import { Anchor } from "@mantine/core";
import type { RankedPost } from "./topPosts";
import { beginning, pictureOf } from "./words";

const PICTURE_SIZE = 64;

type Pictured = Pick<RankedPost, "thumbnail" | "platform" | "account">;
type Titled = Pick<RankedPost, "url" | "text" | "content_type">;

/** The small picture of a post, from this server. */
export function Picture({ post }: { post: Pictured }) {
  if (!post.thumbnail) return <span className="tm-picture" aria-hidden="true" />;
  return (
    <img
      className="tm-picture"
      src={post.thumbnail}
      alt={pictureOf(post)}
      width={PICTURE_SIZE}
      height={PICTURE_SIZE}
      loading="lazy"
      decoding="async"
    />
  );
}

/** How a post begins, leading to it where its address is known. */
export function PostTitle({ post }: { post: Titled }) {
  if (!post.url?.startsWith("https://")) return <span>{beginning(post)}</span>;
  return (
    <Anchor href={post.url} target="_blank" rel="noreferrer">
      {beginning(post)}
    </Anchor>
  );
}
