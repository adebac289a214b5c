import type { ContentType, Platform } from "../api/types";
import { FIGURES, type FigureName, TYPES } from "../text/names";
import { type Message, msg, tell } from "../text/text";

interface PlatformLook {
  name: string;
  /** Paul Tol's muted scheme: told apart with every common colour vision. Fixed, so a platform keeps its colour. */
  color: string;
}

export const PLATFORM: Record<Platform, PlatformLook> = {
  linkedin: { name: "LinkedIn", color: "#4477aa" },
  x: { name: "X", color: "#777777" },
  facebook: { name: "Facebook", color: "#88ccee" },
  instagram: { name: "Instagram", color: "#aa4499" },
  threads: { name: "Threads", color: "#999933" },
  youtube: { name: "YouTube", color: "#cc6677" },
  tiktok: { name: "TikTok", color: "#44aa99" },
  pinterest: { name: "Pinterest", color: "#882255" },
  bluesky: { name: "Bluesky", color: "#ddcc77" },
  mastodon: { name: "Mastodon", color: "#117733" },
};

/** The name people read. A name the page does not know yet is shown as the server spells it. */
export function figureName(name: string): string {
  const known = FIGURES[name as FigureName];
  return known ? tell(known) : name.replaceAll("_", " ");
}

export function platformName(platform: string): string {
  return PLATFORM[platform as Platform]?.name ?? platform;
}

/** What a post is made of, as a name. */
export function typeName(type: string): string {
  const known = TYPES[type as ContentType];
  return known ? tell(known) : type;
}

const SOURCES: Record<string, Message> = {
  daily_fact: msg("the platform's daily figures"),
  post_activity: msg("what readings of posts gained"),
  snapshot: msg("readings of each post"),
  post_snapshot: msg("readings of each post"),
  account_snapshot: msg("readings of the account"),
};

export function sourceName(source: string): string {
  const known = SOURCES[source];
  return known ? tell(known) : source.replaceAll("_", " ");
}
