import type { Why, WhyEffect, WhyTotal } from "../api/why";

/** One row of the way from the number before to the number now. */
export interface Step {
  key: string;
  effect: WhyEffect;
  /** Where its bar begins and ends, as shares of the width from the left. */
  from: number;
  to: number;
  apart: boolean;
}

export interface Waterfall {
  previous: number;
  value: number;
  steps: Step[];
}

/** Room beside the outermost bars. */
const MARGIN = 0.04;

/**
 * Bars that follow on one another. The width shows where they lie, not zero: parts of a change are small against the
 * number itself, and what is compared is their size.
 */
export function waterfall(why: Why, total: WhyTotal): Waterfall {
  const effects = [...why.effects, ...why.apart.filter((one) => one.change !== 0)];
  const ends: number[] = [total.previous];
  for (const effect of effects) ends.push((ends.at(-1) ?? total.previous) + effect.change);
  const lowest = Math.min(...ends, total.value);
  const highest = Math.max(...ends, total.value);
  const width = highest - lowest;
  const place = (value: number) =>
    width === 0 ? 0.5 : MARGIN + ((value - lowest) / width) * (1 - 2 * MARGIN);
  return {
    previous: place(total.previous),
    value: place(total.value),
    steps: effects.map((effect, i) => ({
      key: effect.effect,
      effect,
      from: place(ends[i] ?? total.previous),
      to: place(ends[i + 1] ?? total.value),
      apart: i >= why.effects.length,
    })),
  };
}
