import type { ReactNode } from "react";
import type { Followers, MetricValue, RateValue } from "../api/types";
import { english, t, tell } from "../text/text";
import { formatCount, formatDate, formatPercent, formatSigned, joinWords } from "../ui/format";
import { figureName, platformName, sourceName } from "../ui/names";
import { coverageText, STATUS } from "./explain";

export type Facts = [string, ReactNode][];
type Definitions = Record<string, string>;

/** What stands behind a metric, as lines of the (i) popover. */
export function metricFacts(metric: MetricValue, definitions: Definitions): Facts {
  const facts: Facts = [
    [t("Reported"), coverageText(metric.coverage)],
    [t("Status"), tell(STATUS[metric.status])],
  ];
  if (metric.reason) facts.push([t("Why"), english(metric.reason)]);
  facts.push(...kindFacts(metric));
  if (metric.sources.length > 0) facts.push([t("From |source"), joinWords(metric.sources.map(sourceName))]);
  if (metric.bucket_zones.length > 0) facts.push([t("Days end in"), joinWords(metric.bucket_zones)]);
  facts.push(...definitionFacts(metric.definition, definitions));
  return facts;
}

export function rateFacts(rate: RateValue, definitions: Definitions): Facts {
  const facts: Facts = [
    [t("Reported"), coverageText(rate.coverage)],
    [t("Status"), tell(STATUS[rate.status])],
  ];
  if (rate.reason) facts.push([t("Why"), english(rate.reason)]);
  if (rate.by) facts.push([t("Divided by"), figureName(rate.by)]);
  if (rate.interval) {
    const [low, high] = rate.interval;
    const level = t("{number}% interval", { number: formatCount(rate.level * 100) });
    facts.push([
      level,
      t("{low} to {high} (by {unit})", {
        low: formatPercent(low),
        high: formatPercent(high),
        unit: rate.interval_unit,
      }),
    ]);
  }
  const leftOut = rate.platforms_left_out ?? [];
  if (leftOut.length > 0) facts.push([t("Left out"), joinWords(leftOut.map(platformName))]);
  facts.push(...definitionFacts(rate.definition, definitions));
  return facts;
}

export function followersFacts(followers: Followers): Facts {
  const { reporting, expected } = followers.accounts;
  const facts: Facts = [[t("Reported"), coverageText({ unit: "account", reporting, expected })]];
  if (followers.at) facts.push([t("As of"), formatDate(followers.at)]);
  if (followers.net_change !== null) facts.push([t("In the period"), formatSigned(followers.net_change)]);
  return facts;
}

function kindFacts(metric: MetricValue): Facts {
  const kinds = [
    metric.provisional && t("provisional, recent days may still change"),
    metric.estimated && t("estimated between two readings"),
  ].filter((kind) => kind !== false);
  return kinds.length > 0 ? [[t("Note |about a figure"), joinWords(kinds)]] : [];
}

function definitionFacts(name: string | null, definitions: Definitions): Facts {
  if (!name) return [];
  const text = definitions[name];
  return [[t("Definition"), text ? [english(text), ` (${name})`] : name]];
}
