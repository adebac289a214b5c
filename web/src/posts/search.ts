import { toView, type View } from "../filters/view";
import { COLUMNS, type ColumnKey, DEFAULT_COLUMNS, SORT_KEYS, type SortKey } from "./columns";

/** An order by one column, with - in front the most first. */
export type OneSort = SortKey | `-${SortKey}`;
/** Posts that are equal in the first may be ordered by a second and a third, behind commas. */
export type Sort = OneSort | `${string},${string}`;

export const NEWEST_FIRST: Sort = "-published_at";
const MOST_SORTS = 3;
export const LONGEST_SEARCH = 200;

/** What the page of posts shows, all of it in the address. */
export interface PostsView extends View {
  search?: string;
  sort?: Sort;
  /** Chosen columns in the order of the dictionary; the usual ones where there are none. */
  column?: ColumnKey[];
  /** The post that is open over the list. */
  post?: number;
  /** Whether rows are low, so that more of them are in sight. */
  rows?: "compact";
}

export function toPostsView(raw: Record<string, unknown>): PostsView {
  const view: PostsView = toView(raw);
  if (typeof raw.search === "string" && raw.search.trim() !== "") {
    view.search = raw.search.slice(0, LONGEST_SEARCH);
  }
  if (typeof raw.sort === "string" && isSort(raw.sort) && raw.sort !== NEWEST_FIRST) view.sort = raw.sort;
  const columns = inOrder(Array.isArray(raw.column) ? raw.column : [raw.column]);
  if (columns.length > 0) view.column = columns;
  if (raw.rows === "compact") view.rows = raw.rows;
  const post = Number(raw.post);
  if (Number.isSafeInteger(post) && post > 0) view.post = post;
  return view;
}

export function columnsOf(view: PostsView): ColumnKey[] {
  return view.column ?? DEFAULT_COLUMNS;
}

/** The view with these columns. The usual ones leave the address short; none at all would be no table. */
export function withColumns(view: PostsView, chosen: readonly string[]): PostsView {
  const { column: _column, ...rest } = view;
  const columns = inOrder(chosen);
  return columns.length === 0 || columns.join() === DEFAULT_COLUMNS.join()
    ? rest
    : { ...rest, column: columns };
}

export function withSort(view: PostsView, sort: Sort): PostsView {
  const { sort: _sort, ...rest } = view;
  return sort === NEWEST_FIRST ? rest : { ...rest, sort };
}

export function withSearch(view: PostsView, search: string): PostsView {
  const { search: _search, ...rest } = view;
  return search.trim() === "" ? rest : { ...rest, search };
}

export function withPost(view: PostsView, post: number | undefined): PostsView {
  const { post: _post, ...rest } = view;
  return post === undefined ? rest : { ...rest, post };
}

export function withRows(view: PostsView, compact: boolean): PostsView {
  const { rows: _rows, ...rest } = view;
  return compact ? { ...rest, rows: "compact" } : rest;
}

/** The orders that an order is made of, the first first. */
export function sortsOf(sort: Sort): OneSort[] {
  return sort.split(",") as OneSort[];
}

/**
 * The most and the newest come first; the other way round the second time. Added to the orders there are, it becomes the
 * last, turns round, and goes. Where there are as many as can be, it takes the place of the last.
 */
export function nextSort(key: SortKey, now: Sort, add = false): Sort {
  const sorts = sortsOf(now);
  const at = sorts.findIndex((one) => keyOf(one) === key);
  const turned: OneSort = sorts[at] === usual(key) ? key : usual(key);
  if (!add) return at === 0 ? turned : usual(key);
  if (at < 0) return joined([...sorts.slice(0, MOST_SORTS - 1), usual(key)]);
  // The first stays, whichever way.
  return at > 0 && sorts[at] === key ? joined(sorts.toSpliced(at, 1)) : joined(sorts.with(at, turned));
}

/** For assistive technology, how a column is ordered. Only the first order is told there. */
export function ariaSort(key: SortKey, now: Sort): "ascending" | "descending" | "none" {
  const [first] = sortsOf(now);
  if (first === key) return "ascending";
  return first === `-${key}` ? "descending" : "none";
}

/** How a column orders what those before leave open, as which of all; nothing where it does not. */
export function laterSort(
  key: SortKey,
  now: Sort,
): { rank: number; order: "ascending" | "descending" } | undefined {
  const sorts = sortsOf(now);
  const at = sorts.findIndex((one) => keyOf(one) === key);
  return at > 0 ? { rank: at + 1, order: sorts[at] === key ? "ascending" : "descending" } : undefined;
}

function usual(key: SortKey): OneSort {
  return `-${key}`;
}

function joined(sorts: OneSort[]): Sort {
  return sorts.join() as Sort;
}

function keyOf(sort: OneSort): string {
  return sort.replace(/^-/, "");
}

function inOrder(keys: readonly unknown[]): ColumnKey[] {
  return COLUMNS.filter((column) => keys.includes(column));
}

function isSort(text: string): text is Sort {
  const keys = text.split(",").map((one) => one.replace(/^-/, ""));
  const known = keys.every((key) => (SORT_KEYS as readonly string[]).includes(key));
  return known && keys.length <= MOST_SORTS && new Set(keys).size === keys.length;
}
