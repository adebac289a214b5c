import { fetchFile } from "../api/client";
import type { Business } from "../api/types";
import { formatSpan } from "../ui/format";
import type { Copied } from "./deliver";
import { framed, toPng } from "./frame";
import { saidAround } from "./said";
import { sheet } from "./sheet";
import { fromCsv, type Table, toHtml, toTsv } from "./table";
import { exportParams, type Take } from "./take";

/** The file of what a panel shows: the server's export of its question. */
export function dataFile(take: Take, format: "csv" | "json"): Promise<Blob> {
  return fetchFile("/analytics/export", { params: exportParams(take, format) });
}

export async function tableText(take: Take): Promise<Copied> {
  const table = withoutPart(fromCsv(await (await dataFile(take, "csv")).text()));
  return { text: toTsv(table), html: toHtml(table) };
}

/** Which list a row is from says nothing where all are from one. */
function withoutPart(table: Table): Table {
  const parts = new Set(table.rows.map(([part]) => part));
  if (table.columns[0] !== "part" || parts.size > 1) return table;
  return { columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) };
}

/** @param menu of the panel whose words are taken where it has no chart */
export async function pictureFile(
  title: string,
  take: Take,
  menu: Element,
  business: Business | undefined,
  format: "svg" | "png",
): Promise<Blob> {
  const drawn = take.picture ? await take.picture() : sheet(saidAround(menu));
  const picture = framed(drawn, {
    title: drawn.of ? `${title}: ${drawn.of}` : title,
    business: business?.name,
    period: take.period && formatSpan(take.period),
    demo: business?.demo ?? false,
  });
  return format === "png" ? toPng(picture) : new Blob([picture.svg], { type: "image/svg+xml" });
}
