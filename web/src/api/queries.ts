import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { LabelName } from "../filters/labels";
import type { View } from "../filters/view";
import { isActive } from "../refresh/words";
import { call } from "./client";
import type {
  Account,
  Business,
  Granularity,
  Import,
  Job,
  Overview,
  SavedMapping,
  TrendFigure,
  Trends,
  User,
} from "./types";

const RUNNING_REFRESH_MS = 2000;

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => call<{ user: User }>("/auth/me", { signal, aside: true }),
  select: (answer) => answer.user,
});

export const businessesQuery = queryOptions({
  queryKey: ["businesses"],
  queryFn: ({ signal }) => call<{ businesses: Business[] }>("/businesses", { signal }),
  select: (answer) => answer.businesses,
});

export function accountsQuery(business: number) {
  return queryOptions({
    queryKey: ["accounts", business],
    queryFn: ({ signal }) =>
      call<{ accounts: Account[] }>("/accounts", { params: { business_id: business }, signal, aside: true }),
    select: (answer) => answer.accounts,
  });
}

export function labelsQuery(business: number) {
  return queryOptions({
    queryKey: ["labels", business],
    queryFn: ({ signal }) =>
      call<{ labels: LabelName[] }>("/labels", { params: { business_id: business }, signal, aside: true }),
    select: (answer) => answer.labels,
  });
}

export function overviewQuery(business: number, view: View) {
  const params = analyticsParams(business, view);
  return queryOptions({
    queryKey: ["overview", business, params],
    queryFn: ({ signal }) => call<Overview>("/analytics/overview", { params, signal }),
    // The old figures stay, dimmed, while a filter changes. The page is keyed by business, so they are never another's.
    placeholderData: keepPreviousData,
  });
}

export function trendsQuery(business: number, view: View, metric: TrendFigure) {
  const granularity = view.granularity ?? "day";
  const average = granularity === "day" ? view.average : undefined;
  const params = { ...analyticsParams(business, view), granularity, metric, average };
  return queryOptions({
    queryKey: ["trends", business, params],
    queryFn: ({ signal }) => call<Trends>("/analytics/trends", { params, signal }),
    // As with the overview; but another metric, or weeks, are nothing to look at while what was chosen is on its way.
    placeholderData: (before, query) => {
      const asked = query?.queryKey.at(-1) as typeof params | undefined;
      return asked?.metric === metric && asked.granularity === granularity ? before : undefined;
    },
  });
}

/** A small line of each of some figures, over the days of the view alone. */
export function sparksQuery(business: number, view: View, figures: TrendFigure[], granularity: Granularity) {
  const { compare_from, compare_to, ...rest } = analyticsParams(business, view);
  const params = { ...rest, compare: "none", granularity, metric: figures };
  return queryOptions({
    queryKey: ["trends", business, params],
    queryFn: ({ signal }) => call<Trends>("/analytics/trends", { params, signal }),
    placeholderData: keepPreviousData,
  });
}

export function importsQuery(business: number) {
  return queryOptions({
    queryKey: ["imports", business],
    queryFn: ({ signal }) =>
      call<{ imports: Import[] }>("/imports", { params: { business_id: business }, signal }),
    select: (answer) => answer.imports,
    // An import that was begun elsewhere, or before the page was reloaded, is followed to its end.
    refetchInterval: ({ state }) =>
      state.data?.imports.some((one) => one.status === "running") ? RUNNING_REFRESH_MS : false,
  });
}

export function importQuery(business: number, id: number) {
  return queryOptions({
    queryKey: ["import", business, id],
    queryFn: ({ signal }) => call<Import>(`/imports/${id}`, { params: { business_id: business }, signal }),
  });
}

export function mappingsQuery(business: number) {
  return queryOptions({
    queryKey: ["mappings", business],
    queryFn: ({ signal }) =>
      call<{ mappings: SavedMapping[] }>("/imports/mappings", { params: { business_id: business }, signal }),
    select: (answer) => answer.mappings,
  });
}

export function jobsQuery(business: number) {
  return queryOptions({
    queryKey: ["jobs", business],
    queryFn: ({ signal }) =>
      call<{ jobs: Job[] }>("/jobs", { params: { business_id: business }, signal, aside: true }),
    select: (answer) => answer.jobs,
    // Events say when a job moves; where they do not come through, it is asked for.
    refetchInterval: ({ state }) => (state.data?.jobs.some(isActive) ? RUNNING_REFRESH_MS : false),
  });
}

export function startRefresh(business: number): Promise<{ job_id: number }> {
  return call("/analytics/refresh", { method: "POST", json: { business_id: business } });
}

export function refreshJobs(client: QueryClient, business: number): Promise<void> {
  return client.invalidateQueries({ queryKey: ["jobs", business] });
}

/** Every key of a question about a business names it second. The list of them tells when each was collected. */
export function refreshBusiness(client: QueryClient, business: number): Promise<void> {
  const [all] = businessesQuery.queryKey;
  return client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[1] === business || queryKey[0] === all,
  });
}

/** After an import or its undoing every figure of the business may differ. */
export function refreshEverything(client: QueryClient): Promise<void> {
  return client.invalidateQueries();
}

/** The view as the parameters that all questions have in common. */
export function analyticsParams(business: number, view: View) {
  return {
    business_id: business,
    range: view.range,
    from: view.from,
    to: view.to,
    basis: view.basis,
    compare: view.compare,
    compare_from: view.compare_from,
    compare_to: view.compare_to,
    ...narrowing(view),
  };
}

/** Which posts and accounts a view looks at, and as of when: what every question about figures takes. */
export function narrowing(view: View) {
  return {
    platform: view.platform,
    account_id: view.account?.map(String),
    group: view.group,
    content_type: view.type,
    label: view.label,
    as_of: view.as_of,
  };
}
