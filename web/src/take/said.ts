import type { Block } from "./sheet";

/** What does something, or is only heard: nothing of it is on a picture. A column that can be sorted by has its name in a button. */
const ASIDE =
  "h1, h2, button:not(th button), label, input, select, textarea, svg, img, [hidden], .tm-unseen, .tm-take, .tm-panel-actions, .tm-print-only, .tm-screen-only, .tm-outside";
/** What is one line by itself, whatever it is made of. */
const LINE = ["p", "li", "h3", "h4", "h5", "dl>div", "dt", "dd"].join(",");
const BLOCKS = ["table", "p", "li", "h3", "h4", "h5", "dl", "section", "div"].join(",");

/** What the panel of a menu says: what stands beside the menu's line or, where that is a bar of controls, below it. */
export function saidAround(menu: Element): Block[] {
  let around = menu.closest(".tm-taken")?.parentElement ?? menu.closest(".tm-panel");
  for (; around && !around.matches("main"); around = around.parentElement) {
    const blocks = blocksOf(around);
    if (blocks.length > 0) return blocks;
  }
  return [];
}

/** What is said to those who see it. */
function blocksOf(panel: Element): Block[] {
  return [...panel.children].flatMap((child) => {
    if (child.matches(ASIDE)) return [];
    if (child instanceof HTMLTableElement) return tableOf(child);
    if (child.matches(LINE) || !child.querySelector(BLOCKS)) return lineOf(child);
    return blocksOf(child);
  });
}

function lineOf(element: Element): Block[] {
  const words = [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
  );
  const line = words ? textOf(element) : [...element.children].map(textOf).filter(Boolean).join(" · ");
  return line ? [{ line }] : [];
}

function tableOf(table: HTMLTableElement): Block[] {
  const head = [...(table.tHead?.rows ?? [])].at(-1);
  const bodies = [...table.tBodies].flatMap(({ rows }) => [...rows]);
  const rows = bodies.map(cellsOf).filter((row) => row.some((cell) => cell !== ""));
  const columns = head ? cellsOf(head) : (rows[0] ?? []).map(() => "");
  if (rows.length === 0) return [];
  // Columns of bars and of buttons hold no words.
  const kept = columns.map((_name, at) => rows.some((row) => (row[at] ?? "") !== ""));
  const of = (row: string[]) => kept.flatMap((keep, at) => (keep ? [row[at] ?? ""] : []));
  return [{ columns: of(columns), rows: rows.map(of) }];
}

function cellsOf(row: HTMLTableRowElement): string[] {
  return [...row.cells].flatMap((cell) => [textOf(cell), ...Array(cell.colSpan - 1).fill("")]);
}

function textOf(element: Element): string {
  if (element.matches(ASIDE)) return "";
  let text = "";
  let before: Element | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL, (node) =>
    node instanceof Element && node.matches(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    // Texts of different elements stand apart, whether or not a space is between them.
    text += (before !== null && before !== node.parentElement ? " " : "") + node.nodeValue;
    before = node.parentElement;
  }
  return text
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:!?)])/g, "$1")
    .trim();
}
