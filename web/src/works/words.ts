import type { AccountEffects, Effect, EffectKind } from "../api/works";
import { type Message, msg, plural, t } from "../text/text";
import { joinWords } from "../ui/format";
import { numberFormat } from "../ui/intl";

export const KINDS: Record<EffectKind, Message> = {
  content_type: msg("Content type"),
  hashtag: msg("Hashtags"),
  length: msg("Length of the text"),
  weekday: msg("Weekday"),
  text: msg("In the text"),
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
  const onFew = effect.evidence.status === "weak" ? `, ${t("on few reports")}` : "";
  switch (standingOf(effect)) {
    case "more":
      return t("Goes with more{onFew}", { onFew });
    case "less":
      return t("Goes with less{onFew}", { onFew });
    case "unclear":
      return effect.posts_missing === 0 ? t("No clear difference") : t("Cannot be told yet");
    case "rare":
      return alwaysWithOthers(effect) ? t("Cannot be told apart") : t("Cannot be told yet");
  }
}

/** What it would take to say more; empty where enough is said. */
export function missingInWords(effect: Effect): string {
  if (effect.flagged) return "";
  if (alwaysWithOthers(effect)) return t("always goes with something else");
  if (effect.effect !== null && effect.posts_missing === 0) return t("a difference of 20% would have shown");
  return effect.effect === null
    ? plural(effect.posts_missing, "{n} more post needed", "{n} more posts needed")
    : plural(
        effect.posts_missing,
        "about {n} more post would show a difference of 20%",
        "about {n} more posts would show a difference of 20%",
      );
}

function alwaysWithOthers(effect: Effect): boolean {
  return effect.evidence.reason_code === "goes_with_others";
}

/** A share as people read it: "+41%". Whole percents, since no effect is known better. */
export function sizeInWords(share: number, locale?: string): string {
  return numberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  }).format(share);
}

export function rangeInWords([low, high]: [number, number], locale?: string): string {
  return t("{low} to {high}", { low: sizeInWords(low, locale), high: sizeInWords(high, locale) });
}

export function postsInWords(effect: Effect): string {
  const posts = plural(effect.without, "{n} post", "{n} posts");
  return plural(effect.with, "{n} post with, {posts} without", "{n} posts with, {posts} without", { posts });
}

/** All that may be claimed, and as much more as makes a short list. */
export function shortened(effects: Effect[]): Effect[] {
  return effects.slice(0, Math.max(FEW, effects.filter((effect) => effect.flagged).length));
}

/** What was not looked at, as a sentence; empty where everything was. */
export function leftOutInWords({ left_out, without_text }: AccountEffects): string {
  const parts = [
    left_out.boosted > 0 && plural(left_out.boosted, "{n} boosted post", "{n} boosted posts"),
    left_out.stories > 0 && plural(left_out.stories, "{n} story", "{n} stories"),
    left_out.replies > 0 && plural(left_out.replies, "{n} reply", "{n} replies"),
    left_out.deleted > 0 && plural(left_out.deleted, "{n} post that is gone", "{n} posts that are gone"),
    left_out.without_value > 0 &&
      plural(left_out.without_value, "{n} post without a value", "{n} posts without a value"),
  ].filter((part) => part !== false);
  const sentences = [
    parts.length > 0 && t("Left out: {list}.", { list: joinWords(parts) }),
    without_text > 0 &&
      plural(
        without_text,
        "The text of {n} post is not known: it counts for content type and weekday only.",
        "The text of {n} posts is not known: they count for content type and weekday only.",
      ),
  ].filter((sentence) => sentence !== false);
  return sentences.join(" ");
}

/** Where a share stands on a bar from a third to three times as much, from 0 to 100. */
export function placeOf(share: number): number {
  const most = Math.log(3);
  const log = Math.min(Math.max(Math.log1p(share), -most), most);
  return 50 + (50 * log) / most;
}
