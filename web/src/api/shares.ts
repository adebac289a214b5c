import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";

/** The pages that can be shared, by the server's names. */
export type SharedPage = "analytics" | "posts" | "platforms" | "best_times" | "audience" | "why" | "report";

export interface Share {
  share_id: number;
  page: SharedPage;
  search: string;
  state: "open" | "expired" | "revoked";
  created_by: string | null;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  password: boolean;
  last_used_at: string | null;
}

/** What somebody who came by a link is told. */
export interface Visit {
  share: string;
  business: { business_id: number; name: string; time_zone: string; demo: boolean };
  page: SharedPage;
  search: string;
  expires_at: string;
}

export interface WantedShare {
  page: SharedPage;
  search?: string;
  days: number;
  password?: string;
  frozen?: boolean;
  /** Of a closed report, which keeps its own period and numbers. */
  report_id?: number;
}

export function sharesQuery(business: number) {
  return queryOptions({
    queryKey: ["shares", business],
    queryFn: ({ signal }) =>
      call<{ shares: Share[] }>("/shares", { params: { business_id: business }, signal }),
    select: (answer) => answer.shares,
  });
}

export function makeShare(business: number, json: WantedShare): Promise<{ share: Share; link: string }> {
  return call("/shares", { method: "POST", params: { business_id: business }, json });
}

export function revokeShare(business: number, share: number): Promise<void> {
  return call(`/shares/${share}`, { method: "DELETE", params: { business_id: business } });
}

export function openShare(json: { token: string; password?: string }): Promise<Visit> {
  return call("/shared", { method: "POST", json, expectSignedOut: true });
}

export function visitQuery(share: string) {
  return queryOptions({
    queryKey: ["visit", share],
    queryFn: ({ signal }) =>
      call<Visit>(`/shared/${encodeURIComponent(share)}`, { signal, expectSignedOut: true }),
  });
}
