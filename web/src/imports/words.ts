import type { Import, ImportChanges, ImportRows, ImportStatus, Problem, StoredCounts } from "../api/types";
import { countOf, joinWords } from "../ui/format";
import { platformName } from "../ui/names";

type Locale = string | undefined;

export const IMPORT_STATUS: Record<ImportStatus, { text: string; look: string }> = {
  running: { text: "Reading", look: "" },
  done: { text: "Imported", look: "tm-badge-good" },
  unchanged: { text: "Nothing new", look: "" },
  failed: { text: "Failed", look: "tm-badge-bad" },
  undone: { text: "Undone", look: "" },
};

/** The row account in words: every row of the file became one of these. */
export function rowsInWords(rows: ImportRows, locale?: Locale): string {
  const parts = [
    counted(rows.posts, "post"),
    counted(rows.days, "day"),
    counted(rows.breakdowns, "breakdown"),
    counted(rows.totals, "total"),
    counted(rows.duplicates, "duplicate"),
    counted(rows.notes, "note"),
    rows.rejected > 0 && `${countOf(rows.rejected, "row", "rows", locale)} rejected`,
  ].filter((part) => part !== false);
  const total = countOf(rows.total, "row", "rows", locale);
  return parts.length > 0 ? `${total}: ${joinWords(parts)}.` : `${total}.`;

  function counted(count: number, one: string) {
    return count > 0 && countOf(count, one, `${one}s`, locale);
  }
}

/** What a trial would change, and what it would leave as it is. */
export function changesInWords(changes: ImportChanges, locale?: Locale): string {
  const news = [
    changes.posts_new > 0 && countOf(changes.posts_new, "new post", "new posts", locale),
    changes.posts_changed > 0 &&
      `new numbers of ${countOf(changes.posts_changed, "known post", "known posts", locale)}`,
    changes.days_new > 0 && countOf(changes.days_new, "new daily value", "new daily values", locale),
    changes.days_changed > 0 &&
      countOf(changes.days_changed, "revised daily value", "revised daily values", locale),
  ].filter((part) => part !== false);
  const same = [
    changes.posts_same > 0 && countOf(changes.posts_same, "post", "posts", locale),
    changes.days_same > 0 && countOf(changes.days_same, "daily value", "daily values", locale),
  ].filter((part) => part !== false);
  const first = news.length > 0 ? `It brings ${joinWords(news)}.` : "It brings no new numbers.";
  return same.length > 0 ? `${first} Known already: ${joinWords(same)}.` : first;
}

export function storedInWords(stored: StoredCounts, locale?: Locale): string | undefined {
  const parts = [
    stored.posts_new > 0 && countOf(stored.posts_new, "new post", "new posts", locale),
    stored.posts_known > 0 && countOf(stored.posts_known, "known post", "known posts", locale),
    stored.post_snapshots > 0 &&
      countOf(stored.post_snapshots, "reading of posts", "readings of posts", locale),
    stored.daily_facts > 0 && countOf(stored.daily_facts, "daily value", "daily values", locale),
    stored.breakdown_facts > 0 &&
      countOf(stored.breakdown_facts, "breakdown value", "breakdown values", locale),
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Stored ${joinWords(parts)}.` : undefined;
}

/** The accounts that a file is about: "LinkedIn, acme". Of many, the first few. */
export function accountsInWords({ accounts }: Import): string {
  const named = accounts.slice(0, 3).map((one) => `${platformName(one.platform)}, ${one.handle}`);
  const more = accounts.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join("; ");
}

/** Where in the file something went wrong: "report.xlsx, All posts, row 7, column Impressions". */
export function placeInWords({ file, part, row, column }: Problem): string | undefined {
  const place = [file, part, row !== undefined && `row ${row}`, column && `column ${column}`].filter(Boolean);
  return place.length > 0 ? place.join(", ") : undefined;
}

/** One sentence for the end of an upload, also read aloud. */
export function outcomeInWords(result: Import, locale?: Locale): string {
  switch (result.status) {
    case "done":
      if (result.dry_run) {
        return result.rows
          ? `${result.file} was read. ${rowsInWords(result.rows, locale)}`
          : `${result.file} was read.`;
      }
      return result.rows
        ? `${result.file} is imported. ${rowsInWords(result.rows, locale)}`
        : `${result.file} is imported.`;
    case "unchanged":
      return result.same_as
        ? `${result.file} was imported before, as import ${result.same_as}. Nothing was added.`
        : `${result.file} holds nothing new. Nothing was added.`;
    case "failed":
      return `${result.file} was not imported. ${result.problem?.detail ?? ""}`.trim();
    case "undone":
      return result.rows
        ? `The import of ${result.file} was undone. It had ${rowsInWords(result.rows, locale)}`
        : `The import of ${result.file} was undone.`;
    case "running":
      return `${result.file} is being read.`;
  }
}

/** How far the reading is, 0 to 100, or undefined while nothing is known. */
export function percentRead(progress: Import["progress"] | null): number | undefined {
  if (!progress || progress.bytes_total <= 0) return undefined;
  return Math.min(100, Math.round((progress.bytes_read / progress.bytes_total) * 100));
}
