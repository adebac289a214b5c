import { Anchor, Drawer } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Business } from "../api/types";
import { POST, POSTS } from "../auth/returnTo";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { PostDetails } from "./PostDetails";
import { withPost } from "./search";

const route = getRouteApi(POSTS);

interface Props {
  business: Pick<Business, "business_id" | "time_zone">;
  id: number;
  onClose: () => void;
}

/** The page of a post, over the list that it was opened from. Open as long as it is rendered. */
export default function PostDrawer({ business, id, onClose }: Props) {
  const visit = useVisit();
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <Drawer.Root opened onClose={onClose} position="right" size={680}>
      <Drawer.Overlay />
      <Drawer.Content data-testid="post-drawer">
        <div className="tm-drawer-head">
          <Drawer.Title fw={600}>{t("Post")}</Drawer.Title>
          {!visit && <AsPage id={id} />}
          <Drawer.CloseButton aria-label={t("Close")} />
        </div>
        <div className="tm-drawer-body">
          <PostDetails key={id} business={business} id={id} />
        </div>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** Links show one page. */
function AsPage({ id }: Pick<Props, "id">) {
  const search = route.useSearch();
  return (
    <Anchor
      size="sm"
      ml="auto"
      renderRoot={(props) => (
        <Link {...props} to={POST} params={{ id: String(id) }} search={withPost(search, undefined)} />
      )}
    >
      {t("Open as a page")}
    </Anchor>
  );
}
