// Tables as text. A cell is what it holds, null where it is missing: an empty cell, never a zero.

export type Cell = string | number | boolean | null;

export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** Objects as rows: an object inside is spread over columns whose names are joined by dots, a list stays as JSON. */
export function tableOf(objects: readonly object[]): Table {
  const spreadOut = objects.map((one) => new Map(spread(one, "")));
  const columns = [...new Set(spreadOut.flatMap((cells) => [...cells.keys()]))];
  return { columns, rows: spreadOut.map((cells) => columns.map((column) => cells.get(column) ?? null)) };
}

function spread(value: object, prefix: string): [string, Cell][] {
  return Object.entries(value).flatMap(([name, inner]): [string, Cell][] => {
    const column = prefix + name;
    if (inner === null || inner === undefined) return [[column, null]];
    if (Array.isArray(inner)) return [[column, JSON.stringify(inner)]];
    return typeof inner === "object" ? spread(inner, `${column}.`) : [[column, inner as Cell]];
  });
}

/** As the server writes CSV: RFC 4180, guarded text. */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns.map(csvText), ...rows.map((row) => row.map(csvCell))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function csvCell(cell: Cell): string {
  return cell === null ? "" : typeof cell === "string" ? csvText(cell) : String(cell);
}

function csvText(text: string): string {
  const guarded = guard(text);
  return text === "" || /^ | $|["\r\n,]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Keeps a spreadsheet from taking text for a formula, or for a number that it cannot keep. */
function guard(text: string): string {
  const bare = text.replace(/^'+/, "");
  return /^[=+\-@\t\r]|^\d{16,}$|^0\d+$|^\d+e\d+$/i.test(bare) ? `'${text}` : text;
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
