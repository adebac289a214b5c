import type { Explained, WhyEffect, WhySide } from "../api/why";
import { PARTS } from "../text/names";
import { type Message, plural, t, tell } from "../text/text";
import { formatCount, formatPercent, formatPoints, formatSigned } from "../ui/format";

const HOURS_PER_DAY = 24;

/** A value of what is explained. */
export function amount(metric: Explained, value: number): string {
  return metric === "engagement_rate" ? formatPercent(value) : formatCount(value);
}

/** A part of a change. */
export function difference(metric: Explained, change: number): string {
  return metric === "engagement_rate" ? formatPoints(change) : formatSigned(change);
}

/** What varies. A part that has no name here is called as the server does. */
export function partName({ effect, title }: Pick<WhyEffect, "effect" | "title">): string {
  const name = (PARTS as Record<string, Message>)[effect];
  return name ? tell(name) : title;
}

/** What may be said of a part of a change. */
export function verdict(effect: WhyEffect): string {
  if (effect.change === 0) return t("No part in it");
  switch (effect.evidence.reason_code) {
    case "beyond_chance":
      return t("More than chance");
    case "within_chance":
      return t("Could be chance");
    case "fewer_than_10_posts":
      return t("Too few posts to tell");
    case "weak_coverage":
      return t("Too little is reported to tell");
    case "apart":
      return t("Not a cause");
    default:
      return effect.evidence.reason_code.replaceAll("_", " ");
  }
}

/** The interval of a part, empty where it has none. */
export function interval(metric: Explained, effect: WhyEffect): string {
  const { lo, hi } = effect.evidence;
  if (lo === null || hi === null || lo === hi) return "";
  return t("{lo} to {hi}", { lo: difference(metric, lo), hi: difference(metric, hi) });
}

export function ageInWords(hours: number): string {
  return hours <= HOURS_PER_DAY
    ? plural(hours, "{n} hour", "{n} hours")
    : plural(hours / HOURS_PER_DAY, "{n} day", "{n} days");
}

/** The posts that a side counts, and those that it cannot. */
export function sideInWords(side: WhySide): string {
  const counted = side.published - side.too_young - side.not_reported;
  const left = [
    side.too_young > 0 && t("{number} too young", { number: formatCount(side.too_young) }),
    side.not_reported > 0 && t("{number} without numbers", { number: formatCount(side.not_reported) }),
  ].filter((one) => typeof one === "string");
  const words = plural(counted, "{n} post", "{n} posts");
  return left.length > 0 ? `${words} (${left.join(", ")})` : words;
}
