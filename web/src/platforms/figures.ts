import type { Average, PlatformSide, RateName, SideFigures } from "../api/platforms";
import type { ChangeStatus, Metric, MetricValue, RateValue, ValueStatus } from "../api/types";
import {
  briefly,
  coverageHint,
  coverageText,
  followersHint,
  measuredFrom,
  whyMissing,
} from "../overview/explain";
import { type Facts, followersFacts, metricFacts, postsFacts, rateFacts } from "../overview/facts";
import { inSentence, msg, ofServer, t, tell } from "../text/text";
import {
  formatChangeRatio,
  formatCount,
  formatMetric,
  formatPercent,
  formatPoints,
  formatShare,
  formatSigned,
} from "../ui/format";
import { numberFormat } from "../ui/intl";
import { figureName } from "../ui/names";
import { type FigureKey, RATES } from "./columns";
import type { Per, Sort } from "./search";

type Definitions = Record<string, string>;

export interface FigureChange {
  status: ChangeStatus;
  change: number | null;
  text: string;
  previous: number | null;
  from?: string | undefined;
}

/** A figure as a cell of the table shows it. */
export interface Figure {
  value: number | null;
  text: string;
  /** Why there is no value, in two words; the facts say it at length. */
  why: string;
  notes: string[];
  change?: FigureChange;
  facts: Facts;
  /** What a rate is divided by. Rates with different denominators do not compare. */
  by?: string | undefined;
}

/** A figure of one platform, or, without `per`, of all. */
export function readFigure(
  key: FigureKey,
  of: SideFigures | PlatformSide,
  per: Per,
  definitions: Definitions,
): Figure {
  if (key === "followers") return followersFigure(of, definitions);
  if (key === "posts") return postsFigure(of, definitions);
  if (RATES.includes(key)) return rateFigure(of.rates[key as RateName], key, definitions);
  if (per !== "total" && "per_post" in of) {
    return per === "post" ? averageFigure(key, of.per_post[key], per) : perFollower(key, of);
  }
  return countFigure(key, of, definitions);
}

export function intervalInWords([low, high]: readonly number[]): string {
  return t("{low} to {high}", { low: formatPercent(low ?? 0), high: formatPercent(high ?? 0) });
}

/** The longest bar of a column, or nothing where the lengths of bars would compare what does not compare. */
export function barScale(figures: Figure[]): number | null {
  const known = figures.filter(({ value }) => value !== null);
  if (new Set(known.map(({ by }) => by)).size > 1) return null;
  const most = Math.max(0, ...known.map(({ value }) => value ?? 0));
  return most > 0 ? most : null;
}

/** Platforms in the order asked for. Those without the value come last either way. */
export function inOrder(
  platforms: PlatformSide[],
  sort: Sort,
  name: (platform: PlatformSide) => string,
  read: (key: FigureKey, platform: PlatformSide) => number | null,
): PlatformSide[] {
  const descending = sort.startsWith("-");
  const key = sort.replace(/^-/, "") as FigureKey | "platform";
  const sign = descending ? -1 : 1;
  if (key === "platform") return [...platforms].sort((a, b) => sign * name(a).localeCompare(name(b)));
  const value = (platform: PlatformSide) => read(key, platform);
  return [...platforms].sort((a, b) => {
    const one = value(a);
    const other = value(b);
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}

function countFigure(key: FigureKey, of: SideFigures, definitions: Definitions): Figure {
  const own = key === "engagement" ? of.engagement : of.metrics[key as Metric];
  const summed = key === "reach" && own?.value == null ? of.metrics.summed_post_reach : undefined;
  const usesSum = summed?.value != null;
  const value = usesSum ? summed : own;
  if (!value) return missing("not_provided");
  const notes = hints(value.status, value);
  if (usesSum) notes.unshift(t("summed over posts"));
  const facts = metricFacts(value, definitions);
  const share = "share" in of ? (of as PlatformSide).share[key] : null;
  if (share != null) facts.push([t("Share of all platforms"), formatShare(share)]);
  const change = countChange(key, value);
  if (change.from) facts.push([t("Change"), t("measured {from}", { from: change.from })]);
  return {
    value: value.value,
    text: value.value === null ? "" : formatMetric(key, value.value),
    why: brief(value.status, value.reason),
    notes,
    facts,
    ...(value.value !== null && { change }),
  };
}

function countChange(key: string, value: MetricValue): FigureChange {
  return {
    status: value.change_status,
    change: value.change,
    text: value.change_ratio === null ? "" : formatChangeRatio(value.change_ratio),
    previous: value.previous,
    from: measuredFrom(value.value, value.compared, value.previous, (amount) => formatMetric(key, amount)),
  };
}

function rateFigure(rate: RateValue | undefined, key: string, definitions: Definitions): Figure {
  if (!rate) return missing("not_provided");
  const notes = hints(rate.status, rate);
  if (rate.value !== null) {
    if (rate.interval) notes.unshift(intervalInWords(rate.interval));
    if (rate.by) notes.push(t("by {metric}", { metric: inSentence(figureName(rate.by)) }));
  }
  const change: FigureChange = {
    status: rate.change_status,
    change: rate.change_points,
    text: rate.change_points === null ? "" : formatPoints(rate.change_points),
    previous: null,
    from: measuredFrom(rate.value, rate.compared, rate.previous, formatPercent),
  };
  const facts = rateFacts(rate, definitions);
  if (change.from) facts.push([t("Change"), t("measured {from}", { from: change.from })]);
  return {
    value: rate.value,
    text: rate.value === null ? "" : formatPercent(rate.value),
    why: brief(rate.status, rate.reason),
    notes,
    facts,
    ...(rate.value !== null && { change }),
    by: key === "follower_growth" ? "followers_before" : (rate.by ?? undefined),
  };
}

function followersFigure({ followers }: SideFigures, definitions: Definitions): Figure {
  const hint = followersHint(followers.accounts);
  const notes = hint ? [hint] : [];
  if (followers.net_change !== null)
    notes.push(t("{change} in the period", { change: formatSigned(followers.net_change) }));
  return {
    value: followers.value,
    text: followers.value === null ? "" : formatCount(followers.value),
    why: t("not collected"),
    notes: followers.value === null ? [] : notes,
    facts: followersFacts(followers, definitions),
  };
}

function postsFigure({ published }: SideFigures, definitions: Definitions): Figure {
  const { value, previous, change } = published.posts;
  const compared = value !== null && change !== null && previous !== null;
  return {
    value,
    text: value === null ? "" : formatCount(value),
    why: t("not collected"),
    notes: compared
      ? [t("{change} from {number}", { change: formatSigned(change), number: formatCount(previous) })]
      : [],
    facts: postsFacts(published, definitions),
  };
}

function averageFigure(key: string, average: Average | undefined, per: Per): Figure {
  if (!average) return missing("not_provided");
  const small = average.value !== null && Math.abs(average.value) < 10 && key !== "watch_time_seconds";
  return {
    value: average.value,
    text: average.value === null ? "" : small ? formatSmall(average.value) : formatMetric(key, average.value),
    why: briefly(average.status),
    notes: hints(average.status, average),
    facts: [
      [per === "post" ? t("Over") : t("Reported"), coverageWords(average)],
      [t("What it is"), tell(per === "post" ? OVER_POSTS : OVER_FOLLOWERS)],
    ],
  };
}

const OVER_POSTS = msg("The mean over the posts published in the period that report it, as they are now.");
const OVER_FOLLOWERS = msg("The total divided by the followers at the end of the period.");

function coverageWords({ coverage }: Average): string {
  return coverageText(coverage);
}

/** Has no coverage of its own: it is that of the total. */
function perFollower(key: FigureKey, of: PlatformSide): Figure {
  const total = key === "engagement" ? of.engagement : of.metrics[key as Metric];
  if (!total) return missing("not_provided");
  const value = of.per_follower[key] ?? null;
  const figure = averageFigure(key, { value, coverage: total.coverage, status: total.status }, "follower");
  if (value !== null) return figure;
  return {
    ...figure,
    why: total.value === null ? brief(total.status, total.reason) : t("followers not known"),
  };
}

function formatSmall(value: number): string {
  return numberFormat(undefined, { maximumSignificantDigits: 3 }).format(value);
}

function hints(status: ValueStatus, of: { value: number | null; coverage: Average["coverage"] }): string[] {
  const hint = of.value === null ? undefined : coverageHint(status, of.coverage);
  return hint ? [hint] : [];
}

/** The head of a reason that the server gives, else the status. */
function brief(status: ValueStatus, reason?: string | null): string {
  const head = reason && ofServer(reason).split(/[:.]/)[0];
  return head ? head.charAt(0).toLowerCase() + head.slice(1) : briefly(status);
}

function missing(status: ValueStatus): Figure {
  return {
    value: null,
    text: "",
    why: briefly(status),
    notes: [],
    facts: [[t("Why"), whyMissing(status)]],
  };
}
