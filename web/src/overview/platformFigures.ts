import type { PlatformFigures, ValueStatus } from "../api/types";
import { PLATFORM_FIGURES, type PlatformFigure } from "../filters/view";
import { t } from "../text/text";
import { formatCount, formatPercent } from "../ui/format";
import { figureName } from "../ui/names";
import { briefly } from "./explain";

/** A platform's figure as it is written; without a value, why there is none. */
export interface Figure {
  value: number | null;
  text: string | null;
  why: string;
}

const READ: Record<PlatformFigure, (of: PlatformFigures) => Figure> = {
  impressions: (of) => figure(of.metrics?.impressions, formatCount),
  engagement: (of) => figure(of.engagement, formatCount),
  engagement_rate: (of) => figure(of.rates?.engagement_rate, formatPercent),
  followers: (of) => figure(of.followers, formatCount),
  posts: (of) => figure(of.published?.posts, formatCount),
};

export const COLUMNS = PLATFORM_FIGURES.map((key) => ({ key, read: READ[key] }));

export function columnName(key: PlatformFigure): string {
  return key === "posts" ? t("Posts") : figureName(key);
}

function figure(
  of: { value: number | null; status?: ValueStatus } | undefined,
  format: (value: number) => string,
): Figure {
  const value = of?.value ?? null;
  return {
    value,
    text: value === null ? null : format(value),
    why: briefly(of?.status ?? "not_collected"),
  };
}
