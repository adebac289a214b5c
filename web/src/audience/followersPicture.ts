import type { Audience } from "../api/audience";
import type { Drawn } from "../take/frame";
import { escaped } from "../take/table";
import { stretches } from "../trends/smallLine";
import { formatCount } from "../ui/format";
import { platformName } from "../ui/names";
import { followerPoints } from "./words";

const COLUMNS = 3;
const CELL = { width: 320, height: 150 };
const LINE = "#0b6a8d";
const INK = "#12171a";
const QUIET = "#52606b";

/** The small charts of the panel beside each other, each with its ends written beside it. */
export function followersPicture(audience: Audience): Drawn {
  const cells = audience.accounts.map((account, index) => {
    const values = followerPoints(audience, account).map(({ metrics }) => metrics.followers?.value ?? null);
    const known = values.filter((value) => value !== null);
    const x = (index % COLUMNS) * CELL.width;
    const y = Math.floor(index / COLUMNS) * CELL.height;
    const name = `${platformName(account.account.platform)} ${account.account.handle}`;
    return `<g transform="translate(${x} ${y})"><text x="0" y="14" font-size="13" fill="${INK}">${escaped(name)}</text>${
      known.length === 0
        ? text(34, "No reading in this period")
        : chart(values, Math.min(...known), Math.max(...known))
    }</g>`;
  });
  return {
    svg: cells.join(""),
    width: COLUMNS * CELL.width,
    height: Math.ceil(audience.accounts.length / COLUMNS) * CELL.height,
    legend: [
      "Followers per day. The same days for all, but each with a scale of its own that does not begin at zero.",
      "A gap is a day without a reading.",
    ],
  };
}

function chart(values: (number | null)[], lowest: number, highest: number): string {
  const lines = stretches(values, lowest, highest).map(({ points, lone }) =>
    lone
      ? `<circle cx="${lone.x}" cy="${lone.y}" r="2.5" fill="${LINE}"/>`
      : `<polyline points="${points}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
  );
  return (
    text(34, formatCount(highest)) +
    `<g transform="translate(0 38)">${lines.join("")}</g>` +
    (lowest < highest ? text(132, formatCount(lowest)) : "")
  );
}

function text(y: number, content: string): string {
  return `<text x="0" y="${y}" font-size="11" fill="${QUIET}">${escaped(content)}</text>`;
}
