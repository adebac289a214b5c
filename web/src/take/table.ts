// Tables as text. A cell is what it holds, null where it is missing: an empty cell, never a zero.

export type Cell = string | number | boolean | null;

export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** Reads the CSV of the server. An empty cell is missing, `""` is an empty text. */
export function fromCsv(text: string): { columns: string[]; rows: (string | null)[][] } {
  const lines: (string | null)[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error("The table is not written as CSV is.");
    const [, quoted, plain, end] = found;
    lines.at(-1)?.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    if (end === ",") {
      // A comma at the very end has one more, empty cell after it.
      if (cell.lastIndex === text.length) lines.at(-1)?.push(null);
    } else if (cell.lastIndex < text.length) lines.push([]);
  }
  const [columns = [], ...rows] = lines;
  return { columns: columns.map((name) => name ?? ""), rows };
}

/** For spreadsheets, which take it from the clipboard. */
export function toTsv({ columns, rows }: Table): string {
  const cell = (value: Cell) => {
    const text = value === null ? "" : String(value);
    return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

/** For documents and mails, which take it from the clipboard. */
export function toHtml({ columns, rows }: Table): string {
  const row = (cells: Cell[], tag: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${tag}>${cell === null ? "" : escaped(String(cell))}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row(columns, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
