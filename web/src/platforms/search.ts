import { toView, type View } from "../filters/view";
import { type Message, msg } from "../text/text";
import { FIGURE_SETS, FIGURES, type FigureKey, type FigureSet } from "./columns";

export type Per = "total" | "post" | "follower";
export type SortKey = "platform" | FigureKey;
export type Sort = SortKey | `-${SortKey}`;
export type TypeFigure = "engagement" | "impressions" | "engagement_rate" | "posts";

/** By what platforms are set side by side, in the words of the page. */
export const PER: Record<Per, Message> = {
  total: msg("In total"),
  post: msg("Per post"),
  follower: msg("Per follower"),
};

export const TYPE_FIGURES: Record<TypeFigure, Message> = {
  engagement: msg("Engagement per post"),
  impressions: msg("Impressions per post"),
  engagement_rate: msg("Engagement rate"),
  posts: msg("Posts published"),
};

/** What the page of platforms shows, all of it in the address. What is absent is the first choice. */
export interface PlatformsView extends View {
  figures?: FigureSet;
  per?: Per;
  sort?: Sort;
  types?: TypeFigure;
}

export function toPlatformsView(raw: Record<string, unknown>): PlatformsView {
  const view: PlatformsView = toView(raw);
  if (isKey(raw.figures, FIGURE_SETS) && raw.figures !== "summary") view.figures = raw.figures;
  if (isKey(raw.per, PER) && raw.per !== "total") view.per = raw.per;
  if (isKey(raw.types, TYPE_FIGURES) && raw.types !== "engagement") view.types = raw.types;
  if (typeof raw.sort === "string" && isSort(raw.sort)) view.sort = raw.sort;
  return view;
}

/** The columns in view. */
export function columnsOf(view: PlatformsView): FigureKey[] {
  return FIGURE_SETS[view.figures ?? "summary"].columns;
}

/** The order in view: that of the address where its column is shown, else the first column, the most first. */
export function sortOf(view: PlatformsView): Sort {
  const columns = columnsOf(view);
  const key = view.sort?.replace(/^-/, "");
  const shown = key === "platform" || columns.some((column) => column === key);
  return view.sort && shown ? view.sort : `-${columns[0] ?? "followers"}`;
}

/** Names are read from A; of everything else the most comes first. The other way round the second time. */
export function nextSort(key: SortKey, now: Sort): Sort {
  const usual: Sort = key === "platform" ? key : `-${key}`;
  const other: Sort = key === "platform" ? `-${key}` : key;
  return now === usual ? other : usual;
}

/** For assistive technology, how a column is ordered. */
export function ariaSort(key: SortKey, now: Sort): "ascending" | "descending" | "none" {
  if (now === key) return "ascending";
  return now === `-${key}` ? "descending" : "none";
}

function isKey<T extends string>(value: unknown, of: Record<T, unknown>): value is T {
  return typeof value === "string" && Object.hasOwn(of, value);
}

function isSort(text: string): text is Sort {
  const key = text.replace(/^-/, "");
  return key === "platform" || (FIGURES as readonly string[]).includes(key);
}
