import { toView, type View } from "../filters/view";
import { COLUMNS, type ColumnKey, DEFAULT_COLUMNS, SORT_KEYS, type SortKey } from "./columns";

/** An order by one column, with - in front the most first. */
export type OneSort = SortKey | `-${SortKey}`;
/** Posts that are equal in the first may be ordered by a second, behind a comma. */
export type Sort = OneSort | `${string},${string}`;

export const NEWEST_FIRST: Sort = "-published_at";
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
 * The most and the newest come first; the other way round the second time. Added to the first order, it becomes the
 * second, turns round, and goes.
 */
export function nextSort(key: SortKey, now: Sort, add = false): Sort {
  const [first = usual(key), second] = sortsOf(now);
  const turned: OneSort = first === usual(key) ? key : usual(key);
  if (!add) return turned;
  if (keyOf(first) === key) return second ? `${turned},${second}` : turned;
  if (second === `-${key}`) return `${first},${key}`;
  return second === key ? first : `${first},-${key}`;
}

/** For assistive technology, how a column is ordered. Only the first order is told there. */
export function ariaSort(key: SortKey, now: Sort): "ascending" | "descending" | "none" {
  const [first] = sortsOf(now);
  if (first === key) return "ascending";
  return first === `-${key}` ? "descending" : "none";
}

/** How a column orders what the first leaves open; nothing where it does not. */
export function secondSort(key: SortKey, now: Sort): "ascending" | "descending" | undefined {
  const second = sortsOf(now)[1];
  if (second === key) return "ascending";
  return second === `-${key}` ? "descending" : undefined;
}

function usual(key: SortKey): OneSort {
  return `-${key}`;
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
  return known && keys.length <= 2 && new Set(keys).size === keys.length;
}
