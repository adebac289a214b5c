import type { Overview } from "../api/types";
import { comparedInWords, figuresOf } from "../reports/words";
import { type Drawn, wrapped } from "../take/frame";
import { escaped } from "../take/table";
import { DASH } from "../ui/format";

const COLUMNS = 4;
const CELL = { width: 215, height: 92 };
const LETTERS = 32;
const INK = "#12171a";
const QUIET = "#52606b";

/** The figures of a period beside each other, each with what it changed by, or why it is not there. */
export function figuresPicture(overview: Overview): Drawn {
  const figures = figuresOf(overview);
  const compared = comparedInWords({ overview });
  const cells = figures.map(({ name, value, change, why }, index) => {
    const x = (index % COLUMNS) * CELL.width;
    const y = Math.floor(index / COLUMNS) * CELL.height;
    const below = value === null ? wrapped(why, LETTERS).slice(0, 3) : [change ?? ""];
    return `<g transform="translate(${x} ${y})">${[
      text(16, 13, QUIET, name),
      text(42, 22, INK, value ?? DASH),
      ...below.map((line, at) => text(60 + at * 13, 11, QUIET, line)),
    ].join("")}</g>`;
  });
  return {
    svg: cells.join(""),
    width: COLUMNS * CELL.width,
    height: Math.ceil(figures.length / COLUMNS) * CELL.height,
    legend: compared ? [compared] : [],
  };
}

function text(y: number, size: number, color: string, content: string): string {
  return `<text x="0" y="${y}" font-size="${size}" fill="${color}">${escaped(content)}</text>`;
}
