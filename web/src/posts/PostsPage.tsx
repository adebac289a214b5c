import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { POSTS } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { ShareButton } from "../share/ShareButton";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { PostsOfBusiness } from "./PostsOfBusiness";
import { type PostsView, withPost } from "./search";
import "../styles/post.css";
import "../styles/posts.css";

const route = getRouteApi(POSTS);

/** All posts of the view. */
export function PostsPage() {
  const search: PostsView = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        search: (now: PostsView) =>
          replace ? { ...now, business } : ofBusiness(withPost(now, undefined), business),
        replace,
      }),
    [navigate],
  );
  const change = useCallback(
    (step: (view: PostsView) => PostsView, replace = false) =>
      void navigate({ search: step, replace, resetScroll: false }),
    [navigate],
  );

  return (
    <BusinessPage
      title={t("Posts")}
      skipTo={t("the posts")}
      wanted={search.business}
      onOpen={open}
      ofNumbers
      actions={(business) => <ShareButton business={business} page="posts" view={search} />}
    >
      {(business) => (
        <PostsOfBusiness key={business.business_id} business={business} view={search} change={change} />
      )}
    </BusinessPage>
  );
}
