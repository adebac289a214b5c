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
  /** What has to be known before it is taken. */
  note?: string | undefined;
  /** The panel's chart, in light colours; where there is none, what the panel says is written down. */
  picture?: (() => Promise<Drawn>) | undefined;
}

const EXPORTED = "/analytics/";
const REPORTS = "/reports/";
/** What the export has besides, under other names. */
const BESIDES: Record<string, string> = {
  "/portfolio": "portfolio",
  "/experiments": "experiments",
  "/connections/health": "health",
};

/**
 * The question of a panel, out of the very query that the panel shows: its key ends with the parameters, so whatever
 * filter the page has is heeded here too.
 */
export function questionOf(path: string, query: { queryKey: readonly unknown[] }, more?: Params): Question {
  const last = query.queryKey.at(-1);
  const params = typeof last === "object" && last !== null ? (last as Params) : {};
  return { path, params: { ...params, ...more } };
}

/** The name under which the export knows the question. */
export function viewOf({ path }: Question): string {
  const view = path.startsWith(EXPORTED)
    ? path.slice(EXPORTED.length)
    : path.startsWith(REPORTS)
      ? path.slice(1)
      : BESIDES[path];
  if (view === undefined) throw new Error(`The export does not know ${path}.`);
  return view;
}

/** The parameters of the export that has what the panel shows. */
export function exportParams(take: Take, format: "csv" | "json"): Params {
  return { view: viewOf(take.question), ...take.question.params, part: take.parts, format };
}

/** The question as an address below the export's views. */
export function questionText({ question }: Take): string {
  const { business_id: _business, ...params } = question.params;
  const query = address("", params).split("?")[1];
  return query ? `${viewOf(question)}?${query}` : viewOf(question);
}
