import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { call } from "../api/client";
import type { PostList } from "../api/posts";
import { accountsQuery, businessesQuery } from "../api/queries";
import { METRICS } from "../api/types";
import { savedViewsQuery } from "../api/views";
import { HOME, POSTS } from "../auth/returnTo";
import { carried, ofBusiness, type View } from "../filters/view";
import { beginning } from "../posts/words";
import { t, tell } from "../text/text";
import { formatDate } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import { PAGES } from "../ui/pages";
import { COMMAND_IDS, COMMANDS, isOffered, runCommand } from "./commands";
import type { Item } from "./items";
import { keyOfPage } from "./pages";
import { useGo } from "./useGo";

const FEWEST_LETTERS = 2;
const MOST_POSTS = 6;

/**
 * Everything the palette can lead to. Posts are those whose texts have the words; the rest is filtered by the caller.
 *
 * @param words what was typed, once the typing rests
 */
export function usePaletteItems(words: string): { items: Item[]; posts: Item[] } {
  const view = carried(useSearch({ strict: false }) as View);
  const businesses = useQuery(businessesQuery).data ?? [];
  const business = view.business ?? businesses[0]?.business_id;
  const ofOne = { enabled: business !== undefined };
  const accounts = useQuery({ ...accountsQuery(business ?? 0), ...ofOne }).data ?? [];
  const views = useQuery({ ...savedViewsQuery(business ?? 0), ...ofOne }).data ?? [];
  const router = useRouter();
  const go = useGo();

  const items: Item[] = [
    ...PAGES.map(({ to, name }) => {
      const key = keyOfPage(to);
      return {
        id: to,
        group: t("Pages"),
        name: tell(name),
        keys: key && `g ${key}`,
        run: () => void go(to, { business }),
      };
    }),
    ...COMMAND_IDS.filter((id) => id !== "palette" && id !== "search" && isOffered(id)).map((id) => ({
      id,
      group: t("Commands"),
      name: tell(COMMANDS[id].name),
      keys: COMMANDS[id].keys,
      run: () => void runCommand(id),
    })),
    ...views.map(({ view_id: id, name, path, search }) => ({
      id: `view-${id}`,
      group: t("Saved views"),
      name,
      run: () => router.history.push(path + search),
    })),
    ...businesses
      .filter((one) => one.business_id !== business)
      .map(({ business_id: id, name }) => ({
        id: `business-${id}`,
        group: t("Businesses"),
        name,
        run: () => void router.navigate({ to: HOME, search: ofBusiness(view, id) }),
      })),
    ...accounts.map(({ account_id: id, name, handle, platform }) => ({
      id: `account-${id}`,
      group: t("Accounts"),
      name: `${name ?? handle} (${platformName(platform)})`,
      run: () => void go(HOME, { business, account: [id], platform: undefined, group: undefined }),
    })),
    ...METRICS.map((metric) => ({
      id: `metric-${metric}`,
      group: t("Metrics"),
      name: figureName(metric),
      run: () => void go(HOME, { business, metric }),
    })),
  ];
  return { items, posts: usePosts(business, words) };
}

function usePosts(business: number | undefined, words: string): Item[] {
  const router = useRouter();
  const search = words.trim();
  const params = { business_id: business, range: "all", search, limit: MOST_POSTS };
  const found = useQuery({
    queryKey: ["palette-posts", business, search],
    queryFn: ({ signal }) => call<PostList>("/analytics/posts", { params, signal }),
    enabled: business !== undefined && search.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
  });
  if (search.length < FEWEST_LETTERS) return [];
  return (found.data?.posts ?? []).map((post) => ({
    id: `post-${post.id}`,
    group: t("Posts"),
    name: `${beginning(post)} · ${platformName(post.platform)}, ${formatDate(post.published_at.slice(0, 10))}`,
    run: () => void router.navigate({ to: `${POSTS}/${post.id}`, search: { business } }),
  }));
}
