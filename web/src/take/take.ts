import { address, type Params } from "../api/client";
import type { DateSpan } from "../api/types";
import type { Drawn } from "./frame";

/** What a panel asks of the API, to the letter. */
export interface Question {
  /** Under /api/v1, such as "/analytics/trends". */
  path: string;
  params: Params;
}

/** What can be taken away of a panel. */
export interface Take {
  question: Question;
  /** What of the answer the panel shows, as the export names it; all of it where there is none. */
  parts?: string[];
  /** The days that it is about, once they are known. */
  period?: DateSpan | undefined;
  /** What its numbers mean, by the names of the definitions. */
  definitions?: Record<string, string> | undefined;
  /** The rows that the panel shows, where no one question of the export has them. */
  rows?: readonly object[];
  /** What has to be known before it is taken. */
  note?: string | undefined;
  /** The panel's chart, in light colours. */
  picture?: (() => Promise<Drawn>) | undefined;
}

const EXPORTED = "/analytics/";

/**
 * The question of a panel, out of the very query that the panel shows: its key ends with the parameters, so whatever
 * filter the page has is heeded here too.
 */
export function questionOf(path: string, query: { queryKey: readonly unknown[] }, more?: Params): Question {
  const last = query.queryKey.at(-1);
  const params = typeof last === "object" && last !== null ? (last as Params) : {};
  return { path, params: { ...params, ...more } };
}

/** The name under which the export knows the question; undefined where it does not. */
export function viewOf({ path }: Question): string | undefined {
  return path.startsWith(EXPORTED) ? path.slice(EXPORTED.length) : undefined;
}

/** The parameters of the export that has what the panel shows. */
export function exportParams(take: Take, format: "csv" | "json"): Params {
  return { view: viewOf(take.question), ...take.question.params, part: take.parts, format };
}

/** The question as an address below the export's views; undefined where it has none. */
export function questionText({ question, rows }: Take): string | undefined {
  const view = rows ? undefined : viewOf(question);
  if (view === undefined) return undefined;
  const { business_id: _business, ...params } = question.params;
  const query = address("", params).split("?")[1];
  return query ? `${view}?${query}` : view;
}
