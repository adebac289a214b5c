import { NativeSelect, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from "react";
import { postsQuery } from "../api/posts";
import type { Business } from "../api/types";
import { FilterBar } from "../filters/FilterBar";
import { useVisit } from "../share/visit";
import { Taken } from "../take/Taken";
import { questionOf } from "../take/take";
import { inSentence, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ColumnChoice } from "./ColumnChoice";
import { type ColumnKey, columnName, isSortable } from "./columns";
import { ListNotes } from "./ListNotes";
import { PostCards } from "./PostCards";
import { PostsSkeleton } from "./PostsSkeleton";
import { PostTable } from "./PostTable";
import { SearchBox } from "./SearchBox";
import {
  columnsOf,
  NEWEST_FIRST,
  type OneSort,
  type PostsView,
  type Sort,
  sortsOf,
  withPost,
  withSearch,
  withSort,
} from "./search";
import { NOTHING_CHOSEN, pressed, pressedAll, stillListed } from "./selection";

const NoPosts = lazy(() => import("./NoPosts"));
const LabelBar = lazy(() => import("./LabelBar"));
const PostDrawer = lazy(() => import("./PostDrawer"));

/** The most posts of one answer. */
const MOST_TAKEN = 500;

const UNKNOWN = {};

const PHONE = "(max-width: 640px)";

interface Props {
  business: Pick<Business, "business_id" | "time_zone">;
  view: PostsView;
  change: (step: (view: PostsView) => PostsView, replace?: boolean) => void;
}

export function PostsOfBusiness({ business, view, change }: Props) {
  const visit = useVisit();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const query = postsQuery(business.business_id, view);
  const list = useInfiniteQuery(query);
  // In slices: rows that come would otherwise be drawn in one go, and block.
  const pages = useDeferredValue(list.data)?.pages;
  const first = pages?.[0];
  // Until they are drawn, the rows that stand there are those of the question before.
  const waiting = list.isPlaceholderData || first !== list.data?.pages[0];
  const rows = useMemo(() => pages?.flatMap((page) => page.posts) ?? [], [pages]);
  const [selection, setSelection] = useState(NOTHING_CHOSEN);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const chosen = stillListed(selection, order);
  const columns = useMemo(() => columnsOf(view), [view]);
  const onPress = useCallback(
    (id: number, shift: boolean) => setSelection((now) => pressed(now, order, id, shift)),
    [order],
  );
  const onPressAll = useCallback(() => setSelection((now) => pressedAll(now, order)), [order]);
  const onSort = useCallback((sort: Sort) => change((now) => withSort(now, sort)), [change]);
  const shown = {
    rows,
    compact: view.rows === "compact",
    selection,
    onPress,
    onPressAll,
    total: first?.total ?? 0,
    columns,
    definitions: first?.definitions ?? UNKNOWN,
    sort: view.sort ?? NEWEST_FIRST,
    timeZone: business.time_zone,
    waiting,
    more: list.hasNextPage && !list.isFetchNextPageError,
    fetching: list.isFetching,
    onMore: list.fetchNextPage,
  };

  return (
    <Stack gap="lg">
      {!visit && (
        <FilterBar
          business={business.business_id}
          period={first?.period}
          comparison={undefined}
          compares={false}
        />
      )}
      <section className="tm-panel" aria-label={t("Posts")} aria-busy={waiting}>
        <div className="tm-posts-bar">
          {!visit && (
            <SearchBox
              search={view.search ?? ""}
              onSearch={(search) => change((now) => withSearch(now, search), true)}
            />
          )}
          {phone && (
            <NativeSelect
              label={t("Order")}
              data={orders(view)}
              value={view.sort ?? NEWEST_FIRST}
              onChange={(event) => {
                const sort = event.currentTarget.value as Sort;
                onSort(sort);
              }}
            />
          )}
          <ColumnChoice view={view} change={change} />
          {first && (
            <Taken
              title={t("Posts")}
              take={{
                question: questionOf("/analytics/posts", query, { limit: MOST_TAKEN }),
                parts: ["posts"],
                period: first.period,
                note:
                  first.total > MOST_TAKEN
                    ? t("The first {most} in this order", { most: MOST_TAKEN })
                    : undefined,
              }}
            />
          )}
        </div>
        {!first ? (
          list.error ? (
            <ErrorPanel what={t("The posts")} error={list.error} retry={() => void list.refetch()} />
          ) : (
            <PostsSkeleton columns={columns} phone={phone ?? false} />
          )
        ) : (
          <>
            <ListNotes business={business.business_id} view={view} pages={pages ?? []} />
            {rows.length === 0 ? (
              <Suspense>
                <NoPosts view={view} list={first} change={change} />
              </Suspense>
            ) : phone ? (
              <PostCards {...shown} />
            ) : (
              <PostTable {...shown} onSort={onSort} />
            )}
            <Suspense>
              {chosen.length > 0 && (
                <LabelBar
                  business={business.business_id}
                  chosen={chosen}
                  onClear={() => setSelection(NOTHING_CHOSEN)}
                />
              )}
            </Suspense>
            {list.isFetchNextPageError && (
              <ErrorPanel
                what={t("More posts")}
                error={list.error ?? new Error("The server did not answer.")}
                retry={() => void list.fetchNextPage()}
              />
            )}
          </>
        )}
      </section>
      <Suspense>
        {view.post !== undefined && (
          <PostDrawer
            business={business}
            id={view.post}
            onClose={() => change((now) => withPost(now, undefined), true)}
          />
        )}
      </Suspense>
    </Stack>
  );
}

/** The orders as people choose them where there is no head of a table to press. */
function orders(view: PostsView): { value: Sort; label: string }[] {
  const current = view.sort ?? NEWEST_FIRST;
  const offered: { value: Sort; label: string }[] = [
    { value: NEWEST_FIRST, label: t("Newest") },
    { value: "published_at", label: t("Oldest") },
    ...columnsOf(view)
      .filter(isSortable)
      .filter((key) => key !== "published_at")
      .map((key) => ({
        value: `-${key}` as Sort,
        label: t("Most {metric}", { metric: inSentence(columnName(key)) }),
      })),
  ];
  return offered.some(({ value }) => value === current)
    ? offered
    : [
        ...offered,
        {
          value: current,
          label: sortsOf(current)
            .map(orderInWords)
            .join(`, ${t("then")} `),
        },
      ];
}

function orderInWords(sort: OneSort): string {
  const metric = inSentence(columnName(sort.replace(/^-/, "") as ColumnKey));
  return sort.startsWith("-") ? t("most {metric}", { metric }) : t("least {metric}", { metric });
}
