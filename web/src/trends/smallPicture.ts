import type { Drawn } from "../take/frame";
import { escaped } from "../take/table";
import { t } from "../text/text";
import { stretches } from "./smallLine";

export interface SmallLine {
  name: string;
  /** A day each; null is a gap. */
  values: (number | null)[];
}

const COLUMNS = 3;
const CELL = { width: 320, height: 150 };
const LINE = "#0b6a8d";
const INK = "#12171a";
const QUIET = "#52606b";

/** The small charts of a panel beside each other, each on a scale of its own whose ends are written beside it. */
export function smallPicture(
  lines: SmallLine[],
  { fromZero, format, legend }: { fromZero: boolean; format: (value: number) => string; legend: string[] },
): Drawn {
  const cells = lines.map(({ name, values }, index) => {
    const known = values.filter((value) => value !== null);
    const x = (index % COLUMNS) * CELL.width;
    const y = Math.floor(index / COLUMNS) * CELL.height;
    const lowest = fromZero ? Math.min(0, ...known) : Math.min(...known);
    const content =
      known.length === 0
        ? text(34, t("No value in this period"))
        : chart(values, lowest, Math.max(...known), format);
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
    ],
  };
}

function chart(
  values: (number | null)[],
  lowest: number,
  highest: number,
  format: (value: number) => string,
): string {
  const lines = stretches(values, lowest, highest).map(({ points, lone }) =>
    lone
      ? `<circle cx="${lone.x}" cy="${lone.y}" r="2.5" fill="${LINE}"/>`
      : `<polyline points="${points}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
  );
  return (
    text(34, format(highest)) +
    `<g transform="translate(0 38)">${lines.join("")}</g>` +
    (lowest < highest ? text(132, format(lowest)) : "")
  );
}

function text(y: number, content: string): string {
  return `<text x="0" y="${y}" font-size="11" fill="${QUIET}">${escaped(content)}</text>`;
}
