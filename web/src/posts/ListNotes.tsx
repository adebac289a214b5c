import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { type PostList, postsQuery, postsVersionQuery } from "../api/posts";
import { plural, rich, t } from "../text/text";
import { formatSpan } from "../ui/format";
import type { PostsView } from "./search";

interface Props {
  business: number;
  view: PostsView;
  /** Of the list, at least the first. */
  pages: PostList[];
}

/** How many posts there are, and quietly, that newer numbers came in since. */
export function ListNotes({ business, view, pages }: Props) {
  const client = useQueryClient();
  const first = pages[0];
  const now = useQuery(postsVersionQuery(business, view)).data;
  const moved = pages.some((page) => page.data_changed);
  const changed = moved || (now !== undefined && first !== undefined && now > first.data_version);
  const { queryKey } = postsQuery(business, view);
  // Begins with the first page again, however many there were.
  const again = useCallback(() => client.resetQueries({ queryKey, exact: true }), [client, queryKey]);

  // Nobody has scrolled yet who could lose the place.
  const fresh = changed && pages.length === 1;
  useEffect(() => {
    if (fresh) void client.invalidateQueries({ queryKey: postsQuery(business, view).queryKey, exact: true });
  }, [fresh, client, business, view]);

  if (!first) return null;
  return (
    <div className="tm-posts-notes" aria-live="polite">
      <p className="tm-note" data-testid="posts-total">
        {plural(first.total, "{n} post published {period}", "{n} posts published {period}", {
          period: formatSpan(first.period),
        })}
        {view.search ? ` ${t("with “{search}” in the text", { search: view.search.trim() })}` : ""}
      </p>
      {changed && !fresh && (
        <p className="tm-note" data-testid="posts-changed">
          {rich(
            "New numbers came in while you were reading: posts may have moved. <button>Show the list anew</button>",
            {
              button: (inner) => (
                <Button size="compact-xs" variant="default" onClick={() => void again()}>
                  {inner}
                </Button>
              ),
            },
          )}
        </p>
      )}
    </div>
  );
}
