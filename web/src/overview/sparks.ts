import type { Granularity, Period, TrendFigure, TrendPoint } from "../api/types";
import { daysIn } from "../filters/days";
import { isTrendFigure } from "../trends/figure";
import { toSeries } from "../trends/series";
import type { Card } from "./cards";

/** What is drawn on a card. */
export interface SparkLine {
  settled: (number | null)[];
  /** Joined to the settled values beside them. */
  provisional: (number | null)[];
  /** A level moves little beside its size: its line need not begin at zero. */
  fromZero: boolean;
}

/** More points than that cannot be told apart on a card. */
const MOST_POINTS = 100;

/** The figures that the cards are of and a trend can be of. */
export function figuresOf(cards: Card[]): TrendFigure[] {
  return cards.map(({ name }) => name).filter(isTrendFigure);
}

export function granularityOf(period: Pick<Period, "from" | "to">): Granularity {
  const days = daysIn(period);
  if (days <= MOST_POINTS) return "day";
  return days <= 7 * MOST_POINTS ? "week" : "month";
}

/** Nothing where the points know nothing of the card. */
export function sparkOf(points: (TrendPoint & { posts: number })[], { name }: Card): SparkLine | undefined {
  if (name === "posts") {
    return { settled: points.map(({ posts }) => posts), provisional: [], fromZero: true };
  }
  if (!isTrendFigure(name)) return undefined;
  const { settled, provisional } = toSeries(points, name);
  return { settled, provisional, fromZero: name !== "followers" };
}
