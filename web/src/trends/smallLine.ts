import type { Mark } from "../notes/marks";

export const WIDTH = 300;
export const HEIGHT = 80;
const EDGE = 4;

export interface Stretch {
  /** Coordinates in a picture of WIDTH by HEIGHT, as SVG writes them. */
  points: string;
  /** A day whose value has no neighbour: a line shows nothing there. */
  lone: { x: number; y: number } | null;
}

/** The unbroken stretches of a line. A day without a value is a gap, and its place on the axis stays. */
export function stretches(values: (number | null)[], lowest: number, highest: number): Stretch[] {
  const step = stepOf(values.length);
  const runs: { x: number; y: number }[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const point = { x: across(index, step), y: down(value, lowest, highest) };
    const before = values[index - 1] ?? null;
    if (before === null) runs.push([point]);
    else runs.at(-1)?.push(point);
  });
  return runs.map((run) => ({
    points: run.map(({ x, y }) => `${x},${y}`).join(" "),
    lone: run.length === 1 ? (run[0] ?? null) : null,
  }));
}

/** Where what is marked begins and ends, from the left edge. */
export interface PlacedMark {
  mark: Mark;
  from: number;
  to: number;
}

export function placesOf(marks: readonly Mark[], dates: readonly string[]): PlacedMark[] {
  const at = (day: string) => across(dates.indexOf(day), stepOf(dates.length));
  return marks.map((mark) => ({ mark, from: at(mark.from), to: at(mark.to) }));
}

export function stepOf(days: number): number {
  return days > 1 ? (WIDTH - 2 * EDGE) / (days - 1) : 0;
}

export function across(index: number, step: number): number {
  return round(EDGE + index * step);
}

export function down(value: number, lowest: number, highest: number): number {
  const height = highest > lowest ? (HEIGHT - 2 * EDGE) / (highest - lowest) : 0;
  return round(HEIGHT - EDGE - (value - lowest) * height);
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
