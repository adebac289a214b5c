import { Anchor } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { reachable } from "../api/client";
import { POST } from "../auth/returnTo";
import type { View } from "../filters/view";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { platformName } from "../ui/names";
import type { RankedPost } from "./topPosts";
import { beginning, pictureOf } from "./words";

const PICTURE_SIZE = 64;

type Pictured = Pick<RankedPost, "thumbnail" | "platform" | "account">;
type Titled = Pick<RankedPost, "id" | "platform" | "url" | "text" | "content_type">;

/** The small picture of a post, from this server. */
export function Picture({ post }: { post: Pictured }) {
  if (!post.thumbnail) return <span className="tm-picture" aria-hidden="true" />;
  return (
    <img
      className="tm-picture"
      src={reachable(post.thumbnail)}
      alt={pictureOf(post)}
      width={PICTURE_SIZE}
      height={PICTURE_SIZE}
      loading="lazy"
      decoding="async"
    />
  );
}

/** How a post begins, leading to its own page, and the way to where it stands. */
export function PostTitle({ post }: { post: Titled }) {
  const { business, as_of } = useSearch({ strict: false }) as View;
  const visit = useVisit();
  return visit ? (
    <span>
      {beginning(post)} <OutsideLink post={post} brief />
    </span>
  ) : (
    <span>
      <Anchor
        renderRoot={(props) => (
          <Link {...props} to={POST} params={{ id: String(post.id) }} search={{ business, as_of }} />
        )}
      >
        {beginning(post)}
      </Anchor>{" "}
      <OutsideLink post={post} brief />
    </span>
  );
}

interface OutsideProps {
  post: Pick<Titled, "platform" | "url">;
  /** Whether there is only room for an arrow. */
  brief?: boolean;
}

/** Leads to the post on its platform, where its address is known. */
export function OutsideLink({ post, brief = false }: OutsideProps) {
  if (!post.url?.startsWith("https://")) return null;
  return (
    <Anchor className="tm-outside" href={post.url} target="_blank" rel="noreferrer">
      <span className={brief ? "tm-unseen" : undefined}>
        {t("On {platform}", { platform: platformName(post.platform) })}
      </span>
      <span aria-hidden="true"> ↗</span>
    </Anchor>
  );
}
