import { queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import { narrowing } from "./queries";
import type { Schemas } from "./schemas";

/** How a post does for its age; the evidence is about how many times of the usual it settles at. */
export type Performance = Schemas["Performance"];
export type Breakout = Schemas["Breakout"];

/** How often it came true, beside what was promised. */
export type BreakoutScore = Schemas["BreakoutScore"];
export type Breakouts = Schemas["Breakouts"];
export type HalfLife = Schemas["HalfLife"];
export type HalfLives = Schemas["HalfLives"];

export function breakoutsQuery(business: number, view: View) {
  const params = { business_id: business, ...narrowing(view) };
  return queryOptions({
    queryKey: ["breakouts", business, params],
    queryFn: ({ signal }) => call<Breakouts>("/analytics/breakouts", { params, signal }),
  });
}

export function halfLivesQuery(business: number, view: View) {
  const params = { business_id: business, ...narrowing(view) };
  return queryOptions({
    queryKey: ["half-lives", business, params],
    queryFn: ({ signal }) => call<HalfLives>("/analytics/half-lives", { params, signal }),
  });
}
