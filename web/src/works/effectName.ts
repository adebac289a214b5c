import type { Effect, EffectKind } from "../api/works";
import { EFFECTS } from "../text/names";
import { type Message, plural, t, tell } from "../text/text";
import { WEEKDAYS, weekdayName } from "../ui/weekdays";

/** What was compared, by the server's key. Hashtags are named by themselves. */
export function effectName(kind: EffectKind, { key, name }: Pick<Effect, "key" | "name">): string {
  switch (kind) {
    case "content_type":
    case "text": {
      const known = (EFFECTS as Record<string, Message>)[`${kind}/${key}`];
      return known ? tell(known) : name;
    }
    case "weekday":
      return weekdayName(WEEKDAYS[Number(key) - 1] ?? name);
    case "length":
      return lengthInWords(key) ?? name;
    case "hashtag":
      return name;
  }
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
