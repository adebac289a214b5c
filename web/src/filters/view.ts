import {
  CONTENT_TYPES,
  type ContentType,
  type DateSpan,
  PLATFORMS,
  type Platform,
  TREND_FIGURES,
  type TrendFigure,
} from "../api/types";
import { msg } from "../text/text";
import { isLabelFilter } from "./labels";
import { isDate, isInstant, isRange, isSpan, type Range } from "./ranges";

export const BASES = {
  auto: msg("Automatic"),
  activity: msg("Activity"),
  published: msg("Published posts"),
} as const;
export type Basis = keyof typeof BASES;

export const COMPARISONS = {
  previous_period: msg("Previous period"),
  same_weekdays: msg("Same weekdays before"),
  previous_year: msg("Previous year"),
  custom: msg("Own dates"),
  none: msg("Nothing"),
} as const;
export type Compare = keyof typeof COMPARISONS;

const LONGEST_GROUP = 200;

/**
 * Everything that decides what the page shows. It lives in the address and nowhere else, so a link shows the
 * same view to a colleague. What is absent is the server's default.
 */
export interface View {
  business?: number;
  range?: Range;
  from?: string;
  to?: string;
  basis?: Basis;
  compare?: Compare;
  compare_from?: string;
  compare_to?: string;
  platform?: Platform[];
  account?: number[];
  /** Groups of accounts. */
  group?: string[];
  /** Content types. */
  type?: ContentType[];
  /** As the server spells them: `campaign:Spring`, `not:campaign:Spring`, `none:campaign`. */
  label?: string[];
  /** The day as of whose end the numbers are told, or the instant as of which they are. */
  as_of?: string;
  metric?: TrendFigure;
  /** By what platforms are compared. */
  bars?: PlatformFigure;
  /** How long the stretches of the trend are; days where it is absent. */
  granularity?: "week" | "month";
  /** Over how many days the trend has a moving average. */
  average?: "7";
  /** Whether the trend shows what is usual and what to expect. */
  usual?: "on";
}

/** What platforms can be set side by side by. */
export const PLATFORM_FIGURES = [
  "impressions",
  "engagement",
  "engagement_rate",
  "followers",
  "posts",
] as const;
export type PlatformFigure = (typeof PLATFORM_FIGURES)[number];

export type RawSearch = Record<string, string | string[]>;

/** Reads `a=1&b=2&b=3`: the plain spelling, which people can read and edit in the address bar. */
export function parseSearch(text: string): RawSearch {
  const raw: RawSearch = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = raw[name];
    if (before === undefined) raw[name] = value;
    else raw[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return raw;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** Whose page an address names. */
export function businessOf(raw: Record<string, unknown>): { business?: number } {
  const business = Number(single(raw.business));
  return Number.isSafeInteger(business) && business > 0 ? { business } : {};
}

/** Keeps what is meaningful in an address and drops the rest, so a mistyped link still opens. */
export function toView(raw: Record<string, unknown>): View {
  const view: View = businessOf(raw);

  const from = single(raw.from);
  const to = single(raw.to);
  if (from && to && isSpan(from, to)) Object.assign(view, { from, to });
  else view.range = rangeOf(raw.range);

  view.basis = oneOf(Object.keys(BASES) as Basis[], raw.basis);
  const compare = oneOf(Object.keys(COMPARISONS) as Compare[], raw.compare);
  if (compare === "custom") {
    const compareFrom = single(raw.compare_from);
    const compareTo = single(raw.compare_to);
    if (compareFrom && compareTo && isSpan(compareFrom, compareTo)) {
      Object.assign(view, { compare, compare_from: compareFrom, compare_to: compareTo });
    }
  } else {
    view.compare = compare;
  }

  const platforms = many(raw.platform);
  const known = PLATFORMS.filter((platform) => platforms.includes(platform));
  if (known.length > 0) view.platform = known;
  const accounts = [...new Set(many(raw.account).map(Number))].filter(
    (id) => Number.isSafeInteger(id) && id > 0,
  );
  if (accounts.length > 0) view.account = accounts;
  const groups = [...new Set(many(raw.group))].filter(isGroupName);
  if (groups.length > 0) view.group = groups;
  const types = many(raw.type);
  const knownTypes = CONTENT_TYPES.filter((type) => types.includes(type));
  if (knownTypes.length > 0) view.type = knownTypes;
  const labels = [...new Set(many(raw.label))].filter(isLabelFilter);
  if (labels.length > 0) view.label = labels;
  const asOf = single(raw.as_of);
  if (asOf && (isDate(asOf) || isInstant(asOf))) view.as_of = asOf;
  view.metric = oneOf(TREND_FIGURES, raw.metric);
  view.bars = oneOf(PLATFORM_FIGURES, raw.bars);
  view.granularity = oneOf(["week", "month"] as const, raw.granularity);
  view.average = oneOf(["7"] as const, raw.average);
  view.usual = oneOf(["on"] as const, raw.usual);
  return withoutAbsent(view);
}

/** The view with another period; a preset and two dates never stand side by side. */
export function withPeriod(view: View, period: { range: Range } | DateSpan): View {
  const { range: _range, from: _from, to: _to, ...rest } = view;
  return "range" in period ? { ...rest, range: period.range } : { ...rest, from: period.from, to: period.to };
}

export function withCompare(view: View, compare: Compare, dates?: DateSpan): View {
  const { compare: _compare, compare_from: _from, compare_to: _to, ...rest } = view;
  return dates ? { ...rest, compare, compare_from: dates.from, compare_to: dates.to } : { ...rest, compare };
}

/** The view of another business: accounts, platforms and labels are those of the one before. */
export function ofBusiness<V extends Omit<View, "metric">>(view: V, business: number): V {
  const { platform: _platform, account: _account, group: _group, label: _label, ...rest } = view;
  return { ...rest, business } as V;
}

function withoutAbsent(view: View): View {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as View;
}

function rangeOf(value: unknown): Range | undefined {
  const text = single(value);
  return text !== undefined && isRange(text) ? text : undefined;
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  const text = single(value);
  return allowed.find((one) => one === text);
}

function single(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" || typeof first === "number" ? String(first) : undefined;
}

/** What stays when the reader goes from one page about figures to another. */
export function carried(view: View): View {
  const {
    metric: _metric,
    bars: _bars,
    granularity: _granularity,
    average: _average,
    usual: _usual,
    ...rest
  } = toView({ ...view });
  return rest;
}

function isGroupName(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_GROUP;
}

function many(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
