import type { ReactNode } from "react";
import { isOfServer } from "../api/client";
import type { Import, ImportChanges, ImportRows, ImportStatus, Problem, StoredCounts } from "../api/types";
import { spoken } from "../text/said";
import { type Message, msg, plural, t } from "../text/text";
import { joinWords } from "../ui/format";
import { platformName } from "../ui/names";

export const IMPORT_STATUS: Record<ImportStatus, { text: Message; look: string }> = {
  running: { text: msg("Reading"), look: "" },
  done: { text: msg("Imported"), look: "tm-badge-good" },
  unchanged: { text: msg("Nothing new"), look: "" },
  failed: { text: msg("Failed"), look: "tm-badge-bad" },
  undone: { text: msg("Undone"), look: "" },
};

/** The row account in words: every row of the file became one of these. */
export function rowsInWords(rows: ImportRows): string {
  const parts = [
    rows.posts > 0 && plural(rows.posts, "{n} post", "{n} posts"),
    rows.days > 0 && plural(rows.days, "{n} day", "{n} days"),
    rows.breakdowns > 0 && plural(rows.breakdowns, "{n} breakdown", "{n} breakdowns"),
    rows.totals > 0 && plural(rows.totals, "{n} total", "{n} totals"),
    rows.duplicates > 0 && plural(rows.duplicates, "{n} duplicate", "{n} duplicates"),
    rows.notes > 0 && plural(rows.notes, "{n} note", "{n} notes"),
    rows.rejected > 0 && plural(rows.rejected, "{n} row rejected", "{n} rows rejected"),
  ].filter((part) => part !== false);
  const total = plural(rows.total, "{n} row", "{n} rows");
  return parts.length > 0 ? `${total}: ${joinWords(parts)}.` : `${total}.`;
}

/** What a trial would change, and what it would leave as it is. */
export function changesInWords(changes: ImportChanges): string {
  const news = [
    changes.posts_new > 0 && plural(changes.posts_new, "{n} new post", "{n} new posts"),
    changes.posts_changed > 0 &&
      plural(changes.posts_changed, "new numbers of {n} known post", "new numbers of {n} known posts"),
    changes.days_new > 0 && plural(changes.days_new, "{n} new daily value", "{n} new daily values"),
    changes.days_changed > 0 &&
      plural(changes.days_changed, "{n} revised daily value", "{n} revised daily values"),
  ].filter((part) => part !== false);
  const same = [
    changes.posts_same > 0 && plural(changes.posts_same, "{n} post", "{n} posts"),
    changes.days_same > 0 && plural(changes.days_same, "{n} daily value", "{n} daily values"),
  ].filter((part) => part !== false);
  const first =
    news.length > 0 ? t("It brings {list}.", { list: joinWords(news) }) : t("It brings no new numbers.");
  return same.length > 0 ? `${first} ${t("Known already: {list}.", { list: joinWords(same) })}` : first;
}

export function storedInWords(stored: StoredCounts): string | undefined {
  const parts = [
    stored.posts_new > 0 && plural(stored.posts_new, "{n} new post", "{n} new posts"),
    stored.posts_known > 0 && plural(stored.posts_known, "{n} known post", "{n} known posts"),
    stored.post_snapshots > 0 &&
      plural(stored.post_snapshots, "{n} reading of posts", "{n} readings of posts"),
    stored.daily_facts > 0 && plural(stored.daily_facts, "{n} daily value", "{n} daily values"),
    stored.breakdown_facts > 0 &&
      plural(stored.breakdown_facts, "{n} breakdown value", "{n} breakdown values"),
  ].filter((part) => part !== false);
  return parts.length > 0 ? t("Stored {list}.", { list: joinWords(parts) }) : undefined;
}

/** The accounts that a file is about: "LinkedIn, acme". Of many, the first few. */
export function accountsInWords({ accounts }: Import): string {
  const named = accounts.slice(0, 3).map((one) => `${platformName(one.platform)}, ${one.handle}`);
  const more = accounts.length - named.length;
  return [...named, ...(more > 0 ? [plural(more, "{n} more", "{n} more")] : [])].join("; ");
}

/** Where in the file something went wrong: "report.xlsx, All posts, row 7, column Impressions". */
export function placeInWords({ file, part, row, column }: Problem): string | undefined {
  const place = [
    file,
    part,
    row !== undefined && t("row {row}", { row: String(row) }),
    column && t("column {column}", { column }),
  ].filter(Boolean);
  return place.length > 0 ? place.join(", ") : undefined;
}

/** What was wrong, in the words of the server where it said so. */
export function problemInWords(problem: Problem): ReactNode {
  const words = problem.detail ?? problem.title ?? t("The server gave no reason.");
  return isOfServer(problem) ? spoken(words, problem.detail_said) : words;
}

/** A sentence or two for the end of an upload, also read aloud. Why it failed is `problemInWords`. */
export function outcomeInWords(result: Import): string {
  const { file } = result;
  switch (result.status) {
    case "done": {
      const read = result.dry_run ? t("{file} was read.", { file }) : t("{file} is imported.", { file });
      return result.rows ? `${read} ${rowsInWords(result.rows)}` : read;
    }
    case "unchanged":
      return result.same_as
        ? t("{file} was imported before, as import {number}. Nothing was added.", {
            file,
            number: String(result.same_as),
          })
        : t("{file} holds nothing new. Nothing was added.", { file });
    case "failed":
      return t("{name} was not imported.", { name: file });
    case "undone":
      return result.rows
        ? t("The import of {file} was undone. It had {rows}", { file, rows: rowsInWords(result.rows) })
        : t("The import of {file} was undone.", { file });
    case "running":
      return t("{file} is being read.", { file });
  }
}

/** How far the reading is, 0 to 100, or undefined while nothing is known. */
export function percentRead(progress: Import["progress"] | null): number | undefined {
  if (!progress || progress.bytes_total <= 0) return undefined;
  return Math.min(100, Math.round((progress.bytes_read / progress.bytes_total) * 100));
}
