import "../styles/post.css";
import "../styles/posts.css";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Visit } from "../api/shares";
import { VISIT } from "../auth/returnTo";
import { PostsOfBusiness } from "../posts/PostsOfBusiness";
import { type PostsView, toPostsView } from "../posts/search";

const route = getRouteApi(VISIT);

/** The list that was shared, in the order and with the columns that the visitor likes. */
export default function VisitedPosts({ visit }: { visit: Visit }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = useMemo(() => toPostsView({ ...search }), [search]);
  const change = useCallback(
    (step: (view: PostsView) => PostsView, replace = false) =>
      void navigate({ search: (now) => step(toPostsView({ ...now })), replace, resetScroll: false }),
    [navigate],
  );
  return <PostsOfBusiness business={visit.business} view={view} change={change} />;
}
