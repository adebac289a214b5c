import type { PlatformContentTypes, TypeFigures } from "../api/platforms";
import { briefly, coverageHint } from "../overview/explain";
import { plural, t } from "../text/text";
import { formatCount, formatPercent, formatShare } from "../ui/format";
import { numberFormat } from "../ui/intl";
import { intervalInWords } from "./figures";
import type { TypeFigure } from "./search";

/** What a platform's posts of one type came to. */
export interface TypeCell {
  value: number | null;
  text: string;
  why: string;
  notes: string[];
}

/** The types that were published, in the order of how many posts they have over all platforms. */
export function typesOf(platforms: PlatformContentTypes[]): string[] {
  const posts = new Map<string, number>();
  for (const { content_type: type, published } of platforms.flatMap((one) => one.content_types)) {
    posts.set(type, (posts.get(type) ?? 0) + (published.posts.value ?? 0));
  }
  const published = [...posts.entries()].filter(([, count]) => count > 0);
  return published.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([type]) => type);
}

/** Nothing where no post of the type was published, whatever older ones earned. */
export function cellOf(answer: PlatformContentTypes, type: string, figure: TypeFigure): TypeCell | undefined {
  const of = answer.content_types.find((one) => one.content_type === type);
  const cell = of && READ[figure](of);
  return cell && (cell.value !== null || of.published.posts.value) ? cell : undefined;
}

/** The longest bar among the types of a platform. */
export function scaleOf(answer: PlatformContentTypes, figure: TypeFigure): number {
  return Math.max(0, ...answer.content_types.map((of) => READ[figure](of).value ?? 0));
}

const READ: Record<TypeFigure, (of: TypeFigures) => TypeCell> = {
  engagement: (of) => average(of, "engagement"),
  impressions: (of) => average(of, "impressions"),
  engagement_rate: ({ rates, published }) => {
    const rate = rates.engagement_rate;
    const value = rate?.value ?? null;
    const notes = rate?.interval ? [intervalInWords(rate.interval)] : [];
    const hint = rate && value !== null ? coverageHint(rate.status, rate.coverage) : undefined;
    return {
      value,
      text: value === null ? "" : formatPercent(value),
      why: briefly(rate?.status ?? "not_provided"),
      notes: [
        ...notes,
        ...(hint ? [hint] : []),
        ...(value === null ? [] : [postsText(published.posts.value)]),
      ],
    };
  },
  posts: ({ published, share_of_posts: share }) => ({
    value: published.posts.value,
    text: published.posts.value === null ? "" : formatCount(published.posts.value),
    why: t("not collected"),
    notes: share === null ? [] : [formatShare(share)],
  }),
};

function average(of: TypeFigures, key: string): TypeCell {
  const mean = of.per_post[key];
  const value = mean?.value ?? null;
  return {
    value,
    text:
      value === null
        ? ""
        : value < 10
          ? numberFormat(undefined, ONE_DIGIT).format(value)
          : formatCount(value),
    why: briefly(mean?.status ?? "not_provided"),
    notes: mean && value !== null ? [postsText(mean.coverage.reporting)] : [],
  };
}

const ONE_DIGIT = { maximumFractionDigits: 1 };

function postsText(count: number | null): string {
  return count === null ? "" : plural(count, "{n} post", "{n} posts");
}
