import { toView, type View } from "../filters/view";
import { COLUMNS, type ColumnKey, DEFAULT_COLUMNS, SORT_KEYS, type SortKey } from "./columns";

export type Sort = SortKey | `-${SortKey}`;

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
}

export function toPostsView(raw: Record<string, unknown>): PostsView {
  const view: PostsView = toView(raw);
  if (typeof raw.search === "string" && raw.search.trim() !== "") {
    view.search = raw.search.slice(0, LONGEST_SEARCH);
  }
  if (typeof raw.sort === "string" && isSort(raw.sort) && raw.sort !== NEWEST_FIRST) view.sort = raw.sort;
  const columns = inOrder(Array.isArray(raw.column) ? raw.column : [raw.column]);
  if (columns.length > 0) view.column = columns;
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

/** The most and the newest come first; the other way round the second time. */
export function nextSort(key: SortKey, now: Sort): Sort {
  return now === `-${key}` ? key : `-${key}`;
}

/** For assistive technology, how a column is ordered. */
export function ariaSort(key: SortKey, now: Sort): "ascending" | "descending" | "none" {
  if (now === key) return "ascending";
  return now === `-${key}` ? "descending" : "none";
}

function inOrder(keys: readonly unknown[]): ColumnKey[] {
  return COLUMNS.filter((column) => keys.includes(column));
}

function isSort(text: string): text is Sort {
  return (SORT_KEYS as readonly string[]).includes(text.replace(/^-/, ""));
}
