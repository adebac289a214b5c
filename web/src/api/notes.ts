import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Schemas } from "./schemas";
import type { DateSpan } from "./types";

/** What somebody wrote about one day or several. */
export type Note = Schemas["Note"];

export interface NewNote extends DateSpan {
  text: string;
  account_id: number | null;
  /** Whether its author alone is to see it. */
  personal: boolean;
}

export const LONGEST_NOTE = 500;

/** Those about any of the days. */
export function notesQuery(business: number, days: DateSpan) {
  const params = { business_id: business, from: days.from, to: days.to };
  return queryOptions({
    queryKey: ["notes", business, params],
    queryFn: ({ signal }) => call<{ notes: Note[] }>("/notes", { params, signal }),
    select: (answer) => answer.notes,
  });
}

/** @param id of the note that is changed; undefined for a new one */
export function saveNote(business: number, id: number | undefined, note: NewNote): Promise<Note> {
  const params = { business_id: business };
  return id === undefined
    ? call("/notes", { method: "POST", params, json: note })
    : call(`/notes/${id}`, { method: "PATCH", params, json: note });
}

export function removeNote(business: number, id: number): Promise<void> {
  return call(`/notes/${id}`, { method: "DELETE", params: { business_id: business } });
}

export function refreshNotes(client: QueryClient, business: number): Promise<void> {
  return client.invalidateQueries({ queryKey: ["notes", business] });
}
