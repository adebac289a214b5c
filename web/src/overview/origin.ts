import type { MetricValue, Overview, PlatformFigures, RateValue, ValueStatus } from "../api/types";
import { inSentence, t } from "../text/text";
import { formatCount, formatInstant, formatMetric, formatPercent } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import { briefly } from "./explain";
import type { Facts } from "./facts";

/** From which platforms a number comes, and when it was last collected. */
export interface Origin {
  platforms: Facts;
  collected: Facts;
}

/** A platform's part of a number: as it is written, or why it has none. */
type Part = { text: string } | { why: string };

/**
 * What the overview says of a figure beyond the figure.
 *
 * @param name of a metric or a rate, `engagement`, `followers` or `posts`
 */
export function originOf(name: string, overview: Overview): Origin {
  const whole = named<RateValue>(overview.rates, name);
  const parts = overview.platforms.map((platform): [string, Part] => [
    platformName(platform.platform),
    partOf(name, platform, whole),
  ]);
  const counted = parts.flatMap(([platform, part]) => ("text" in part ? [`${platform} ${part.text}`] : []));
  const out = parts.flatMap(([platform, part]) => ("why" in part ? [`${platform} (${part.why})`] : []));
  const platforms: Facts = [];
  if (counted.length > 0) platforms.push([t("Platforms"), counted.join(", ")]);
  if (out.length > 0) platforms.push([t("Without"), out.join(", ")]);
  const at = overview.last_collected_at;
  return {
    platforms,
    collected: at ? [[t("Last collected"), formatInstant(at, overview.period.time_zone)]] : [],
  };
}

function partOf(name: string, of: PlatformFigures, whole: RateValue | undefined): Part {
  if (whole) return partOfRate(name, of, whole);
  if (name === "posts") return part(of.published.posts.value, formatCount);
  if (name === "followers") return part(of.followers.value, formatCount);
  const metric = name === "engagement" ? of.engagement : named<MetricValue>(of.metrics, name);
  return part(metric?.value, (value) => formatMetric(name, value), metric?.status);
}

/** A rate that divides by something else is another rate. */
function partOfRate(name: string, of: PlatformFigures, whole: RateValue): Part {
  const rate = named<RateValue>(of.rates, name);
  const other = rate?.by && rate.by !== whole.by;
  if (other && rate.value !== null && whole.platforms_left_out.includes(of.platform)) {
    return { why: t("by {metric}", { metric: inSentence(figureName(rate.by ?? "")) }) };
  }
  return part(rate?.value, formatPercent, rate?.status);
}

function named<V>(values: Partial<Record<string, V>>, name: string): V | undefined {
  return values[name];
}

function part(
  value: number | null | undefined,
  write: (value: number) => string,
  status: ValueStatus = "not_collected",
): Part {
  return value === null || value === undefined ? { why: briefly(status) } : { text: write(value) };
}
