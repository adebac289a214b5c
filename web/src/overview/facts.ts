import type { ReactNode } from "react";
import type { Followers, MetricValue, Published, RateValue } from "../api/types";
import { english, type Message, msg, t, tell } from "../text/text";
import { formatCount, formatDate, formatPercent, formatSigned, joinWords } from "../ui/format";
import { figureName, platformName, sourceName } from "../ui/names";
import { type Definitions, definitionFacts, figureDefinition } from "./definitions";
import { coverageText, STATUS } from "./explain";
import type { Origin } from "./origin";

export type Facts = [string, ReactNode][];

const SAMPLED: Record<string, Message> = {
  day: msg("day |of an interval"),
  post: msg("post |of an interval"),
};
const NOWHERE: Origin = { platforms: [], collected: [] };

/** What stands behind a metric, as lines of the (i) popover. */
export function metricFacts(metric: MetricValue, definitions: Definitions, origin = NOWHERE): Facts {
  const facts = [...definitionFacts(metric.definition, definitions), ...origin.platforms];
  facts.push(...coverageFacts(metric));
  facts.push(...kindFacts(metric));
  if (metric.sources.length > 0) facts.push([t("From |source"), joinWords(metric.sources.map(sourceName))]);
  const activity = metric.sources.includes("post_activity") && definitions["activity/1"];
  if (activity) facts.push([t("Worked out"), english(activity)]);
  if (metric.bucket_zones.length > 0) facts.push([t("Days end in"), joinWords(metric.bucket_zones)]);
  facts.push(...origin.collected);
  return facts;
}

export function rateFacts(rate: RateValue, definitions: Definitions, origin = NOWHERE): Facts {
  const facts = [...definitionFacts(rate.definition, definitions), ...sumFacts(rate), ...origin.platforms];
  facts.push(...coverageFacts(rate));
  if (rate.interval) {
    const [low, high] = rate.interval;
    const level = t("{number}% interval", { number: formatCount(rate.level * 100) });
    facts.push([
      level,
      t("{low} to {high} (by {unit})", {
        low: formatPercent(low),
        high: formatPercent(high),
        unit: sampled(rate.interval_unit),
      }),
    ]);
  }
  const leftOut = rate.platforms_left_out ?? [];
  if (leftOut.length > 0 && origin.platforms.length === 0)
    facts.push([t("Left out"), joinWords(leftOut.map(platformName))]);
  facts.push(...origin.collected);
  return facts;
}

export function followersFacts(followers: Followers, definitions: Definitions = {}, origin = NOWHERE): Facts {
  const { reporting, expected } = followers.accounts;
  const facts = [...figureDefinition("followers", definitions), ...origin.platforms];
  facts.push([t("Reported"), coverageText({ unit: "account", reporting, expected })]);
  if (followers.at) facts.push([t("As of"), formatDate(followers.at)]);
  if (followers.net_change !== null) facts.push([t("In the period"), formatSigned(followers.net_change)]);
  facts.push(...origin.collected);
  return facts;
}

export function postsFacts(published: Published, definitions: Definitions, origin = NOWHERE): Facts {
  const facts = [...figureDefinition("posts", definitions), ...origin.platforms];
  const boosted = published.boosted_left_out;
  if (boosted) facts.push([t("Left out"), t("{number} boosted", { number: formatCount(boosted) })]);
  facts.push(...origin.collected);
  return facts;
}

function coverageFacts({ coverage, status, reason }: MetricValue | RateValue): Facts {
  const facts: Facts = [
    [t("Reported"), coverageText(coverage)],
    [t("Status"), tell(STATUS[status])],
  ];
  if (reason) facts.push([t("Why"), english(reason)]);
  return facts;
}

/** The sums that a rate is made of. */
function sumFacts(rate: RateValue): Facts {
  // An answer that was kept before rates told their sums has none.
  if (rate.by && rate.numerator == null) return [[t("Divided by"), figureName(rate.by)]];
  if (rate.value === null || rate.numerator == null || rate.denominator == null) return [];
  const below = rate.by ? figureName(rate.by) : t("Followers before");
  return [
    [
      t("Formula"),
      t("{above} {number} / {below} {count} = {percent}", {
        above: numeratorName(rate),
        number: formatCount(rate.numerator),
        below,
        count: formatCount(rate.denominator),
        percent: formatPercent(rate.value),
      }),
    ],
  ];
}

function numeratorName({ definition, engagement }: RateValue): string {
  if (engagement) return figureName("engagement");
  switch (definition.split("/")[0]) {
    case "ctr":
      return figureName("link_clicks");
    case "virality":
      return t("Shares, reposts and quotes");
    default:
      return t("Net change");
  }
}

/** What an interval was sampled from. */
function sampled(unit: string): string {
  const known = SAMPLED[unit];
  return known ? tell(known) : unit;
}

function kindFacts(metric: MetricValue): Facts {
  const kinds = [
    metric.provisional && t("provisional, recent days may still change"),
    metric.estimated && t("estimated between two readings"),
  ].filter((kind) => kind !== false);
  return kinds.length > 0 ? [[t("Note |about a figure"), joinWords(kinds)]] : [];
}
