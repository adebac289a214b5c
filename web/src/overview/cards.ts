import type { MetricValue, Overview, RateValue } from "../api/types";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";

/** One figure of the overview, whatever kind of number it is. */
export type Card =
  | { kind: "count"; name: string; figure: MetricValue }
  | { kind: "rate"; name: string; figure: RateValue }
  | { kind: "followers"; name: "followers"; figure: Overview["followers"] }
  | { kind: "posts"; name: "posts"; figure: Overview["published"]["posts"] };

export interface CardChoice {
  cards: Card[];
  /** Names of the figures that no platform in view provides. */
  notProvided: string[];
}

/**
 * The eight figures of the first look. What no platform in view provides is named in one quiet line
 * in place of a card that could never hold a number.
 */
export function chooseCards(overview: Overview): CardChoice {
  const { metrics, rates } = overview;
  const wanted: (Card | undefined)[] = [
    count("impressions", metrics.impressions),
    reach(overview),
    count("engagement", overview.engagement),
    rates.engagement_rate && { kind: "rate", name: "engagement_rate", figure: rates.engagement_rate },
    { kind: "followers", name: "followers", figure: overview.followers },
    { kind: "posts", name: "posts", figure: overview.published.posts },
    count("video_views", metrics.video_views),
    clicks(overview),
  ];
  const cards = wanted.filter((card) => card !== undefined);
  return {
    cards: cards.filter((card) => !isNotProvided(card)),
    notProvided: cards.filter(isNotProvided).map((card) => card.name),
  };
}

/** True when no figure lies in the period: nothing was reported in it and nothing was published. */
export function isEmptyPeriod(overview: Overview): boolean {
  const reported = Object.values(overview.metrics).some(
    (metric) => metric.value !== null || metric.coverage.reporting > 0,
  );
  return !reported && !overview.published.posts.value;
}

/** When the first numbers came, where they came only after the past instant that is looked at. */
export function knownSince({ as_of, first_collected_at: first }: Overview): string | undefined {
  return as_of !== null && first !== null && Date.parse(first) > Date.parse(as_of) ? first : undefined;
}

/** What the page says of a period without figures, and no more than it knows. */
export interface EmptyWords {
  title: string;
  /** Where the business has numbers; undefined where it has none. */
  where?: string;
  /**
   * Whether days of the period may have numbers all the same: on the published basis only posts that were
   * published in it count.
   */
  offersActivity: boolean;
}

export function emptyWords(overview: Overview, platforms: string): EmptyWords {
  const { period, data_extent: extent } = overview;
  const published = period.basis === "published";
  const overlaps = extent !== null && extent.from <= period.to && extent.to >= period.from;
  const span = formatSpan(period);
  return {
    title: published
      ? t("No posts{platforms} were published in the period {span}", { platforms, span })
      : t("No numbers{platforms} in the period {span}", { platforms, span }),
    where:
      extent === null
        ? undefined
        : overlaps
          ? t("The numbers of this business are of {period}.", { period: formatSpan(extent) })
          : t("The numbers of this business lie elsewhere: {period}.", { period: formatSpan(extent) }),
    offersActivity: published && overlaps,
  };
}

/** Reach of several days or accounts cannot be added; where posts have reach, their sum is the honest stand-in. */
function reach({ metrics }: Overview): Card | undefined {
  const summed = metrics.summed_post_reach;
  const usesSum = metrics.reach?.value == null && summed?.value != null;
  return usesSum ? count("summed_post_reach", summed) : count("reach", metrics.reach);
}

/** Link clicks where they are known; platforms that count every click alike only give those. */
function clicks({ metrics }: Overview): Card | undefined {
  const usesAll = metrics.link_clicks?.value == null && metrics.clicks?.value != null;
  return usesAll ? count("clicks", metrics.clicks) : count("link_clicks", metrics.link_clicks);
}

function count(name: string, figure: MetricValue | undefined): Card | undefined {
  return figure && { kind: "count", name, figure };
}

function isNotProvided(card: Card): boolean {
  return (card.kind === "count" || card.kind === "rate") && card.figure.status === "not_provided";
}
