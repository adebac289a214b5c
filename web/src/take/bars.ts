import type { Drawn } from "./frame";
import { escaped } from "./table";

export interface BarLine {
  name: string;
  /** Null where there is none; then the text says why. */
  value: number | null;
  text: string;
  color: string;
}

export interface RangeLine {
  name: string;
  /** The best guess and where it lies; null where nothing is known. */
  guess: number | null;
  range: [number, number] | null;
  text: string;
}

const WIDTH = 860;
const ROW = 30;
const NAME_WIDTH = 150;
const TEXT_WIDTH = 230;
const BAR_WIDTH = WIDTH - NAME_WIDTH - TEXT_WIDTH;
const INK = "#12171a";
const QUIET = "#52606b";
const RANGE = "#8dbccb";
const GUESS = "#0b5a78";

/** Lengths from zero on one scale. */
export function bars(lines: BarLine[], legend: string[]): Drawn {
  const most = Math.max(0, ...lines.map(({ value }) => value ?? 0));
  const rows = lines.map(({ name, value, text, color }, index) => {
    const length = value === null || most === 0 ? 0 : (BAR_WIDTH * Math.max(0, value)) / most;
    const bar =
      value === null
        ? ""
        : `<rect x="${NAME_WIDTH}" y="7" width="${round(length)}" height="16" rx="2" fill="${color}"/>`;
    return row(index, name, `${bar}${written(NAME_WIDTH + length + 8, text, value === null ? QUIET : INK)}`);
  });
  return { svg: rows.join(""), width: WIDTH, height: lines.length * ROW, legend };
}

/** Intervals around zero, each with its best guess. */
export function ranges(lines: RangeLine[], legend: string[]): Drawn {
  const scale = Math.max(0.01, ...lines.flatMap(({ range }) => range?.map(Math.abs) ?? []));
  const at = (value: number) => round(NAME_WIDTH + BAR_WIDTH / 2 + (value / scale) * (BAR_WIDTH / 2));
  const rows = lines.map(({ name, guess, range, text }, index) => {
    const bar = range
      ? `<rect x="${at(range[0])}" y="11" width="${round(at(range[1]) - at(range[0]))}" height="8" rx="4" fill="${RANGE}"/>`
      : "";
    const mark =
      guess === null
        ? ""
        : `<rect x="${round(at(guess) - 1.5)}" y="7" width="3" height="16" fill="${GUESS}"/>`;
    return row(index, name, `${bar}${mark}${written(WIDTH - TEXT_WIDTH + 12, text, range ? INK : QUIET)}`);
  });
  const zero = `<line x1="${at(0)}" x2="${at(0)}" y1="0" y2="${lines.length * ROW}" stroke="#d7dfe5"/>`;
  return { svg: zero + rows.join(""), width: WIDTH, height: lines.length * ROW, legend };
}

function row(index: number, name: string, content: string): string {
  return `<g transform="translate(0 ${index * ROW})">${written(0, name, INK)}${content}</g>`;
}

function written(x: number, text: string, color: string): string {
  return `<text x="${round(x)}" y="20" font-size="13" fill="${color}">${escaped(text)}</text>`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
