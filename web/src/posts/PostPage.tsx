import { Anchor } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Business } from "../api/types";
import { POST, POSTS } from "../auth/returnTo";
import { AsOfBanner } from "../filters/AsKnownOn";
import { ofBusiness } from "../filters/view";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { PostDetails } from "./PostDetails";
import { withPost } from "./search";
import "../styles/post.css";
import "../styles/posts.css";

const route = getRouteApi(POST);

/** One post, at an address of its own. */
export function PostPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) => {
      // A post is of one business: another one has other posts.
      if (replace) void navigate({ to: ".", search: (now) => ({ ...now, business }), replace });
      else void navigate({ to: POSTS, search: (now) => ofBusiness(withPost(now, undefined), business) });
    },
    [navigate],
  );

  return (
    <BusinessPage title={t("Post")} skipTo={t("the post")} wanted={search.business} onOpen={open}>
      {(business) => <PostOfBusiness key={business.business_id} business={business} />}
    </BusinessPage>
  );
}

function PostOfBusiness({ business }: { business: Business }) {
  const id = Number(route.useParams().id);
  const search = route.useSearch();
  return (
    <>
      <Anchor
        size="sm"
        mb="sm"
        display="inline-block"
        renderRoot={(props) => (
          <Link
            {...props}
            to={POSTS}
            search={{ ...withPost(search, undefined), business: business.business_id }}
          />
        )}
      >
        {t("All posts")}
      </Anchor>
      <AsOfBanner business={business.business_id} />
      <PostDetails business={business} id={id} />
    </>
  );
}
