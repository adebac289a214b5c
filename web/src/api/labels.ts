import { call } from "./client";
import type { Label } from "./settings";

/** @param changed posts for which something else, or nothing, had been chosen before */
export interface LabelChosen {
  label: Label;
  posts: number;
  changed: number;
}

/** Gives a label to posts by hand, or takes it off. Stands whatever rules say. */
export function chooseLabel(business: number, label: number, posts: number[], give: boolean) {
  return call<LabelChosen>(`/labels/${label}/posts`, {
    method: give ? "POST" : "DELETE",
    params: { business_id: business },
    json: { post_ids: posts },
  });
}
