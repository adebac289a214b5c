import type { RateName } from "../api/platforms";
import type { Metric } from "../api/types";
import { type Message, msg } from "../text/text";

export type FigureKey = Metric | "engagement" | "posts" | RateName;

export type FigureSet = "summary" | "reactions" | "views" | "visits" | "rates";

/** Figures that are read together. A set fits beside the names of the platforms. */
export const FIGURE_SETS: Record<FigureSet, { label: Message; columns: FigureKey[] }> = {
  summary: {
    label: msg("Summary"),
    columns: [
      "followers",
      "follower_growth",
      "posts",
      "impressions",
      "video_views",
      "engagement",
      "engagement_rate",
    ],
  },
  reactions: {
    label: msg("Reactions"),
    columns: ["reactions", "likes", "comments", "shares", "reposts", "quotes", "saves"],
  },
  views: {
    label: msg("Views and reach"),
    columns: ["impressions", "reach", "video_views", "video_views_3s", "engaged_views", "watch_time_seconds"],
  },
  visits: {
    label: msg("Clicks and visits"),
    columns: ["clicks", "link_clicks", "profile_visits", "follows", "native_engagements"],
  },
  rates: {
    label: msg("Rates"),
    columns: ["engagement_rate", "virality", "ctr", "follower_growth"],
  },
};

export const FIGURES: readonly FigureKey[] = [
  ...new Set(Object.values(FIGURE_SETS).flatMap((set) => set.columns)),
];

export const RATES: readonly string[] = [
  "engagement_rate",
  "ctr",
  "virality",
  "follower_growth",
] satisfies RateName[];
