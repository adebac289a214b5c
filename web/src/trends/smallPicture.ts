import type { Mark } from "../notes/marks";
import type { Drawn } from "../take/frame";
import { escaped } from "../take/table";
import { t } from "../text/text";
import { dotsInWords } from "./dotsInWords";
import { dotsAt } from "./onSmallLine";
import { HEIGHT, placesOf, stretches } from "./smallLine";

export interface SmallLine {
  name: string;
  /** A day each; null is a gap. */
  values: (number | null)[];
  /** Which of them are. */
  imported: readonly boolean[];
  /** What is marked on its days. */
  marks: readonly Mark[];
}

interface Manner {
  /** The days of all of them. */
  dates: string[];
  fromZero: boolean;
  format: (value: number) => string;
  legend: string[];
}

const COLUMNS = 3;
const CELL = { width: 320, height: 150 };
const LINE = "#0b6a8d";
const INK = "#12171a";
const QUIET = "#52606b";
const PAPER = "#ffffff";
const BAND = "#eceff2";

/** The small charts of a panel beside each other, each on a scale of its own whose ends are written beside it. */
export function smallPicture(lines: SmallLine[], { dates, fromZero, format, legend }: Manner): Drawn {
  const cells = lines.map(({ name, values, imported, marks }, index) => {
    const known = values.filter((value) => value !== null);
    const x = (index % COLUMNS) * CELL.width;
    const y = Math.floor(index / COLUMNS) * CELL.height;
    const lowest = fromZero ? Math.min(0, ...known) : Math.min(...known);
    const content =
      known.length === 0
        ? text(34, t("No value in this period"))
        : chart({
            values,
            imported,
            lowest,
            highest: Math.max(...known),
            format,
            behind: marksOn(marks, dates),
          });
    return `<g transform="translate(${x} ${y})"><text x="0" y="14" font-size="13" fill="${INK}">${escaped(name)}</text>${content}</g>`;
  });
  return {
    svg: cells.join(""),
    width: COLUMNS * CELL.width,
    height: Math.ceil(lines.length / COLUMNS) * CELL.height,
    legend: [
      ...legend,
      fromZero
        ? t("The same days for all, but each with a scale of its own from zero.")
        : t("The same days for all, but each with a scale of its own that does not begin at zero."),
      t("A gap is a day without a value."),
      ...(lines.some(({ imported }) => imported.includes(true)) ? [dotsInWords()] : []),
    ],
  };
}

interface Chart {
  values: (number | null)[];
  imported: readonly boolean[];
  lowest: number;
  highest: number;
  format: (value: number) => string;
  behind: string;
}

function chart({ values, imported, lowest, highest, format, behind }: Chart): string {
  const lines = stretches(values, lowest, highest).map(({ points, lone }) =>
    lone
      ? `<circle cx="${lone.x}" cy="${lone.y}" r="2.5" fill="${LINE}"/>`
      : `<polyline points="${points}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
  );
  const dots = dotsAt(values, imported, lowest, highest).map(
    ({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.5" fill="${PAPER}" stroke="${LINE}" stroke-width="1.5"/>`,
  );
  return (
    text(34, format(highest)) +
    `<g transform="translate(0 38)">${behind}${lines.join("")}${dots.join("")}</g>` +
    (lowest < highest ? text(132, format(lowest)) : "")
  );
}

/** A line on one day, a band over several, each with its sign. */
function marksOn(marks: readonly Mark[], dates: string[]): string {
  return placesOf(marks, dates)
    .map(
      ({ mark, from, to }) =>
        `<rect x="${from}" width="${to - from}" height="${HEIGHT}" fill="${BAND}"/>` +
        `<line x1="${from}" x2="${from}" y2="${HEIGHT}" stroke="${QUIET}" stroke-width="1.5" stroke-dasharray="2 3"/>` +
        `<text x="${from}" y="-4" text-anchor="middle" font-size="11" font-weight="600" fill="${INK}">${mark.sign}</text>`,
    )
    .join("");
}

function text(y: number, content: string): string {
  return `<text x="0" y="${y}" font-size="11" fill="${QUIET}">${escaped(content)}</text>`;
}
