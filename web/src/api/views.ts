import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Schemas } from "./schemas";

/** A page with what its address says, by a name; only for whom has saved it. */
export type SavedView = Schemas["SavedView"];

export const LONGEST_VIEW_NAME = 100;

export function savedViewsQuery(business: number) {
  return queryOptions({
    queryKey: ["views", business],
    queryFn: ({ signal }) =>
      call<{ views: SavedView[] }>("/views", { params: { business_id: business }, signal, aside: true }),
    select: (answer) => answer.views,
  });
}

/** In the place of the view of the same name. */
export function saveView(
  business: number,
  view: Pick<SavedView, "name" | "path" | "search">,
): Promise<SavedView> {
  return call("/views", { method: "POST", params: { business_id: business }, json: view });
}

export function renameView(business: number, id: number, name: string): Promise<SavedView> {
  return call(`/views/${id}`, { method: "PATCH", params: { business_id: business }, json: { name } });
}

export function deleteView(business: number, id: number): Promise<void> {
  return call(`/views/${id}`, { method: "DELETE", params: { business_id: business } });
}
