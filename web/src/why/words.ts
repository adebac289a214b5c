import type { Explained, WhyEffect, WhySide } from "../api/why";
import { countOf, formatCount, formatPercent, formatPoints, formatSigned } from "../ui/format";

const HOURS_PER_DAY = 24;

/** A value of what is explained. */
export function amount(metric: Explained, value: number): string {
  return metric === "engagement_rate" ? formatPercent(value) : formatCount(value);
}

/** A part of a change. */
export function difference(metric: Explained, change: number): string {
  return metric === "engagement_rate" ? formatPoints(change) : formatSigned(change);
}

/** What may be said of a part of a change. */
export function verdict(effect: WhyEffect): string {
  if (effect.change === 0) return "No part in it";
  switch (effect.evidence.reason_code) {
    case "beyond_chance":
      return "More than chance";
    case "within_chance":
      return "Could be chance";
    case "fewer_than_10_posts":
      return "Too few posts to tell";
    case "weak_coverage":
      return "Too little is reported to tell";
    case "apart":
      return "Not a cause";
    default:
      return effect.evidence.reason_code.replaceAll("_", " ");
  }
}

/** The interval of a part, empty where it has none. */
export function interval(metric: Explained, effect: WhyEffect): string {
  const { lo, hi } = effect.evidence;
  if (lo === null || hi === null || lo === hi) return "";
  return `${difference(metric, lo)} to ${difference(metric, hi)}`;
}

export function ageInWords(hours: number): string {
  return hours <= HOURS_PER_DAY ? `${hours} hours` : `${hours / HOURS_PER_DAY} days`;
}

/** The posts that a side counts, and those that it cannot. */
export function sideInWords(side: WhySide): string {
  const counted = side.published - side.too_young - side.not_reported;
  const left = [
    side.too_young > 0 && `${formatCount(side.too_young)} too young`,
    side.not_reported > 0 && `${formatCount(side.not_reported)} without numbers`,
  ].filter((one) => typeof one === "string");
  const words = countOf(counted, "post");
  return left.length > 0 ? `${words} (${left.join(", ")})` : words;
}
