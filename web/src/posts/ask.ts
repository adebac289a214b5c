import { answers } from "../api/answers";
import { postsQuery } from "../api/posts";
import type { PostsView } from "./search";

/** Asks for the first posts of a view before the page around them is made. Who shows them says what went wrong. */
export async function askForPosts(view: PostsView): Promise<void> {
  if (view.business !== undefined) await answers.prefetchInfiniteQuery(postsQuery(view.business, view));
}
