import type { Effect, EffectKind } from "../api/works";
import { type Message, msg, plural, t, tell } from "../text/text";
import { WEEKDAYS, weekdayName } from "../ui/weekdays";

const TYPES: Record<string, Message> = {
  text: msg("Text posts"),
  image: msg("Images"),
  carousel: msg("Carousels"),
  video: msg("Videos"),
  document: msg("Documents"),
  link: msg("Link posts"),
  poll: msg("Polls"),
  reel: msg("Reels"),
  short: msg("Shorts"),
  story: msg("Stories"),
  live: msg("Live posts"),
  reply: msg("Replies"),
  unknown: msg("Posts of unknown type"),
};

const TRAITS: Record<string, Message> = {
  link: msg("A link in the text"),
  question: msg("A question in the text"),
  mention: msg("Somebody mentioned in the text"),
};

/** What was compared, by the server's key. Hashtags are named by themselves. */
export function effectName(kind: EffectKind, { key, name }: Pick<Effect, "key" | "name">): string {
  switch (kind) {
    case "content_type":
      return told(TYPES[key]) ?? name;
    case "text":
      return told(TRAITS[key]) ?? name;
    case "weekday":
      return weekdayName(WEEKDAYS[Number(key) - 1] ?? name);
    case "length":
      return lengthInWords(key) ?? name;
    case "hashtag":
      return name;
  }
}

function told(name: Message | undefined): string | undefined {
  return name && tell(name);
}

/** `over_300`, `0_80`, `81_160`: in characters. */
function lengthInWords(key: string): string | undefined {
  const [, from, to] = /^(over|\d+)_(\d+)$/.exec(key) ?? [];
  if (from === undefined) return undefined;
  const most = Number(to);
  if (from === "over") return plural(most, "Over {n} character", "Over {n} characters");
  if (from === "0") return plural(most, "Up to {n} character", "Up to {n} characters");
  return t("{from} to {to} characters", { from: Number(from), to: most });
}
