import type { Followers, MetricValue, RateValue } from "../api/types";
import { countOf, formatCount, formatDate, formatPercent, formatSigned, joinWords } from "../ui/format";
import { figureName, platformName, sourceName } from "../ui/names";
import { coverageText, STATUS } from "./explain";

type Facts = [string, string][];
type Definitions = Record<string, string>;

/** What stands behind a metric, as lines of the (i) popover. */
export function metricFacts(metric: MetricValue, definitions: Definitions): Facts {
  const facts: Facts = [
    ["Reported", coverageText(metric.coverage)],
    ["Status", STATUS[metric.status]],
  ];
  if (metric.reason) facts.push(["Why", metric.reason]);
  facts.push(...kindFacts(metric));
  if (metric.sources.length > 0) facts.push(["From", joinWords(metric.sources.map(sourceName))]);
  if (metric.bucket_zones.length > 0) facts.push(["Days end in", joinWords(metric.bucket_zones)]);
  facts.push(...definitionFacts(metric.definition, definitions));
  return facts;
}

export function rateFacts(rate: RateValue, definitions: Definitions): Facts {
  const facts: Facts = [
    ["Reported", coverageText(rate.coverage)],
    ["Status", STATUS[rate.status]],
  ];
  if (rate.reason) facts.push(["Why", rate.reason]);
  if (rate.by) facts.push(["Divided by", figureName(rate.by)]);
  if (rate.interval) {
    const [low, high] = rate.interval;
    const level = `${formatCount(rate.level * 100)}% interval`;
    facts.push([level, `${formatPercent(low)} to ${formatPercent(high)} (by ${rate.interval_unit})`]);
  }
  const leftOut = rate.platforms_left_out ?? [];
  if (leftOut.length > 0) facts.push(["Left out", joinWords(leftOut.map(platformName))]);
  facts.push(...definitionFacts(rate.definition, definitions));
  return facts;
}

export function followersFacts(followers: Followers): Facts {
  const { reporting, expected } = followers.accounts;
  const facts: Facts = [["Reported", `${formatCount(reporting)} of ${countOf(expected, "account")}`]];
  if (followers.at) facts.push(["As of", formatDate(followers.at)]);
  if (followers.net_change !== null) facts.push(["In the period", formatSigned(followers.net_change)]);
  return facts;
}

function kindFacts(metric: MetricValue): Facts {
  const kinds = [
    metric.provisional && "provisional, recent days may still change",
    metric.estimated && "estimated between two readings",
  ].filter((kind) => kind !== false);
  return kinds.length > 0 ? [["Note", joinWords(kinds)]] : [];
}

function definitionFacts(name: string | null, definitions: Definitions): Facts {
  if (!name) return [];
  const text = definitions[name];
  return [["Definition", text ? `${text} (${name})` : name]];
}
