import { type Message, msg, tell } from "../text/text";
import type { View } from "./view";

/** What narrows a view to some accounts and posts. */
export const NARROWINGS = ["platform", "account", "group", "type", "label"] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** Those that say something about accounts as a whole, such as their followers. */
export const OF_ACCOUNTS: readonly Narrowing[] = ["platform", "account", "group"];
/** Those that tell posts of one account apart. */
export const OF_POSTS: readonly Narrowing[] = ["type", "label"];

const NAMES: Record<Narrowing, Message> = {
  platform: msg("platforms"),
  account: msg("accounts"),
  group: msg("groups of accounts"),
  type: msg("content types"),
  label: msg("labels"),
};

/** How many things are chosen that narrow the view. */
export function chosenCount(view: View, among: readonly Narrowing[] = NARROWINGS): number {
  return among.reduce((sum, one) => sum + (view[one]?.length ?? 0), 0);
}

export function isNarrowed(view: View): boolean {
  return chosenCount(view) > 0;
}

export function withoutNarrowing<V extends View>(view: V): V {
  const { platform: _p, account: _a, group: _g, type: _t, label: _l, ...rest } = view;
  return rest as V;
}

/** The view without one of the values that were chosen. */
export function without<V extends View>(view: V, narrowing: Narrowing, value: string): V {
  const kept = (view[narrowing] ?? []).filter((one) => String(one) !== value);
  return { ...view, [narrowing]: kept.length > 0 ? kept : undefined };
}

/** What is chosen in the view although it is not among what a part of the page can be narrowed by, in words. */
export function unheeded(view: View, heeded: readonly Narrowing[]): string[] {
  return NARROWINGS.filter((one) => !heeded.includes(one) && (view[one]?.length ?? 0) > 0).map((one) =>
    tell(NAMES[one]),
  );
}
