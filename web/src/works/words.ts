import type { AccountEffects, Effect, EffectKind } from "../api/works";
import { countOf, joinWords } from "../ui/format";
import { numberFormat } from "../ui/intl";

export const KINDS: Record<EffectKind, string> = {
  content_type: "Content type",
  hashtag: "Hashtags",
  length: "Length of the text",
  weekday: "Weekday",
  text: "In the text",
};

/** Shown at first of a long list; what may be claimed is always among it. */
export const FEW = 8;

export type Standing = "more" | "less" | "unclear" | "rare";

export function standingOf(effect: Effect): Standing {
  if (effect.effect === null) return "rare";
  if (!effect.flagged) return "unclear";
  return effect.effect > 0 ? "more" : "less";
}

/** What may be said of an effect, in a few words. */
export function verdictInWords(effect: Effect): string {
  const onFew = effect.evidence.status === "weak" ? ", on few reports" : "";
  switch (standingOf(effect)) {
    case "more":
      return `Goes with more${onFew}`;
    case "less":
      return `Goes with less${onFew}`;
    case "unclear":
      return effect.posts_missing === 0 ? "No clear difference" : "Cannot be told yet";
    case "rare":
      return alwaysWithOthers(effect) ? "Cannot be told apart" : "Cannot be told yet";
  }
}

/** What it would take to say more; empty where enough is said. */
export function missingInWords(effect: Effect): string {
  if (effect.flagged) return "";
  if (alwaysWithOthers(effect)) return "always goes with something else";
  if (effect.effect !== null && effect.posts_missing === 0) return "a difference of 20 % would have shown";
  const more = countOf(effect.posts_missing, "more post");
  return effect.effect === null ? `${more} needed` : `about ${more} would show a difference of 20 %`;
}

function alwaysWithOthers(effect: Effect): boolean {
  return effect.evidence.reason_code === "goes_with_others";
}

/** A share as people read it: "+41 %". Whole percents, since no effect is known better. */
export function sizeInWords(share: number, locale?: string): string {
  return numberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  }).format(share);
}

export function rangeInWords([low, high]: [number, number], locale?: string): string {
  return `${sizeInWords(low, locale)} to ${sizeInWords(high, locale)}`;
}

export function postsInWords(effect: Effect): string {
  return `${countOf(effect.with, "post")} with, ${countOf(effect.without, "post")} without`;
}

/** All that may be claimed, and as much more as makes a short list. */
export function shortened(effects: Effect[]): Effect[] {
  return effects.slice(0, Math.max(FEW, effects.filter((effect) => effect.flagged).length));
}

/** What was not looked at, as a sentence; empty where everything was. */
export function leftOutInWords({ left_out, without_text }: AccountEffects): string {
  const parts = [
    left_out.boosted > 0 && countOf(left_out.boosted, "boosted post"),
    left_out.stories > 0 && countOf(left_out.stories, "story", "stories"),
    left_out.replies > 0 && countOf(left_out.replies, "reply", "replies"),
    left_out.deleted > 0 && `${countOf(left_out.deleted, "post")} that ${isAre(left_out.deleted)} gone`,
    left_out.without_value > 0 && `${countOf(left_out.without_value, "post")} without a value`,
  ].filter((part) => part !== false);
  const sentences = [
    parts.length > 0 && `Left out: ${joinWords(parts)}.`,
    without_text > 0 &&
      `The text of ${countOf(without_text, "post")} is not known: ${without_text === 1 ? "it counts" : "they count"} for content type and weekday only.`,
  ].filter((sentence) => sentence !== false);
  return sentences.join(" ");
}

function isAre(count: number): string {
  return count === 1 ? "is" : "are";
}

/** Where a share stands on a bar from a third to three times as much, from 0 to 100. */
export function placeOf(share: number): number {
  const most = Math.log(3);
  const log = Math.min(Math.max(Math.log1p(share), -most), most);
  return 50 + (50 * log) / most;
}
