import type { TrendFigure, TrendPoint } from "../api/types";
import { dotsOf } from "./dots";
import { across, down, stepOf } from "./smallLine";

/** What is drawn of a metric: a value for each day, and which of them are imported. */
export function lineOf(points: readonly TrendPoint[], metric: TrendFigure) {
  const numbers = points.map(({ metrics }) => metrics[metric]);
  return {
    values: numbers.map((one) => one?.value ?? null),
    imported: numbers.map((one) => one?.value != null && one.imported),
  };
}

/** Where hollow dots stand in a picture of a small line. */
export function dotsAt(
  values: readonly (number | null)[],
  imported: readonly boolean[],
  lowest: number,
  highest: number,
): { x: number; y: number }[] {
  const step = stepOf(values.length);
  return dotsOf(imported, step).flatMap((index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [{ x: across(index, step), y: down(value, lowest, highest) }];
  });
}
