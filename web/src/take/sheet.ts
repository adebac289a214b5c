import type { Drawn } from "./frame";
import { wrapped } from "./frame";
import { escaped } from "./table";

/** What a panel says, in its order: lines of text and tables. */
export type Block = { line: string } | { columns: string[]; rows: string[][] };

const WIDTH = 860;
/** Of the writing, on average: a picture has no layout of its own. */
const LETTER = 6.9;
const LINE = 18;
const PAD = 8;
const GAP = 16;
const WIDEST = 46;
const INK = "#12171a";
const QUIET = "#52606b";
const RULE = "#d7dfe5";
const NUMBER = /^(?:[+\-−–▲▼~]\s?)?[\d–]/;

interface Part {
  svg: string;
  width: number;
  height: number;
}

/** Writes down what a panel says, for those of which there is no chart. */
export function sheet(blocks: Block[]): Drawn {
  let y = 0;
  let width = WIDTH;
  const parts: string[] = [];
  for (const block of blocks) {
    const { svg, height, ...drawn } = "line" in block ? lineOf(block.line) : tableOf(block);
    width = Math.max(width, drawn.width);
    parts.push(`<g transform="translate(0 ${y})">${svg}</g>`);
    y += height;
  }
  return { svg: parts.join(""), width, height: Math.max(y, LINE), legend: [] };
}

function lineOf(text: string): Part {
  const lines = wrapped(text, Math.floor(WIDTH / LETTER));
  return { svg: written(lines, 0, "start", INK), width: WIDTH, height: lines.length * LINE + 4 };
}

function tableOf({ columns, rows }: { columns: string[]; rows: string[][] }): Part {
  const widths = widthsOf([columns, ...rows]);
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const numeric = columns.map(
    (_column, at) => at > 0 && rows.every((row) => row[at] === "" || NUMBER.test(row[at] ?? "")),
  );
  let y = GAP / 2;
  const parts: string[] = [];
  for (const [index, row] of [columns, ...rows].entries()) {
    if (index === 0 && row.every((name) => name === "")) continue;
    const cells = row.map((text, at) => wrapped(text, Math.max(4, Math.floor((width(at) - GAP) / LETTER))));
    const height = Math.max(1, ...cells.map((lines) => lines.length)) * LINE + PAD;
    let x = 0;
    for (const [at, lines] of cells.entries()) {
      const right = numeric[at] === true;
      const place = right ? x + width(at) - GAP : x;
      parts.push(
        `<g transform="translate(0 ${y})">${written(lines, place, right ? "end" : "start", index === 0 ? QUIET : INK)}</g>`,
      );
      x += width(at);
    }
    y += height;
    parts.push(`<line x1="0" x2="${whole}" y1="${y - 2}" y2="${y - 2}" stroke="${RULE}"/>`);
  }
  return { svg: parts.join(""), width: whole, height: y + GAP };

  function width(at: number): number {
    return widths[at] ?? 0;
  }
}

/** As much room for each column as its longest cell needs; more where there is some, and wider where there is not. */
function widthsOf(rows: string[][]): number[] {
  const needed = (rows[0] ?? []).map((_column, at) => {
    const letters = Math.max(4, ...rows.map((row) => (row[at] ?? "").length));
    return Math.min(WIDEST, letters) * LETTER + GAP;
  });
  const all = needed.reduce((sum, one) => sum + one, 0);
  return needed.map((one) => Math.floor(one * Math.max(1, WIDTH / all)));
}

function written(lines: string[], x: number, anchor: "start" | "end", color: string): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${14 + index * LINE}" font-size="13" text-anchor="${anchor}" fill="${color}">${escaped(line)}</text>`,
    )
    .join("");
}
