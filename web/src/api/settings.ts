import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Schemas } from "./schemas";
import type { Business } from "./types";

export type BusinessChange = Schemas["BusinessChange"];

export type Role = Schemas["Member"]["role"];

export type Member = Schemas["Member"];

export type Members = Schemas["Members"];

export type Scope = Schemas["ApiKey"]["scope"];

export type ApiKey = Schemas["ApiKey"];

export type LabelKind = Schemas["LabelKind"];
export type RuleType = LabelRule["type"];

export type LabelRule = Schemas["LabelRule"];

export type Label = Schemas["Label"];

export interface LabelWanted {
  kind: LabelKind;
  name: string;
  rules: LabelRule[];
}

export interface Matches {
  total: number;
  posts: Pick<Schemas["Post"], "id" | "text" | "content_type">[];
}

const of = (business: number) => ({ business_id: business });

export function changeBusiness(business: number, change: BusinessChange) {
  return call<Schemas["BusinessChanged"]>(`/businesses/${business}`, {
    method: "PATCH",
    json: change,
  });
}

export function createBusiness(wanted: { name: string; time_zone: string; week_start: string }) {
  return call<Business>("/businesses", { method: "POST", json: wanted });
}

export function labelDetailsQuery(business: number) {
  return queryOptions({
    queryKey: ["labels", business],
    queryFn: ({ signal }) => call<{ labels: Label[] }>("/labels", { params: of(business), signal }),
    select: (answer) => answer.labels,
  });
}

export function saveLabel(business: number, label: number | undefined, wanted: LabelWanted) {
  return call<Label>(label === undefined ? "/labels" : `/labels/${label}`, {
    method: label === undefined ? "POST" : "PATCH",
    params: of(business),
    json: wanted,
  });
}

export function removeLabel(business: number, label: number) {
  return call<void>(`/labels/${label}`, { method: "DELETE", params: of(business) });
}

/** Posts whose text holds something: what a rule about texts would be given to. */
export function matchesQuery(business: number, text: string) {
  const params = { ...of(business), range: "all", search: text, limit: 3 };
  return queryOptions({
    queryKey: ["label-matches", business, text],
    queryFn: ({ signal }) => call<Matches>("/analytics/posts", { params, signal }),
  });
}

export function groupAccount(business: number, account: number, groups: string[]) {
  return call<void>(`/accounts/${account}/groups`, {
    method: "PUT",
    params: of(business),
    json: { groups },
  });
}

export function zoneOfAccount(business: number, account: number, zone: string | null) {
  return call<void>(`/accounts/${account}/time-zone`, {
    method: "PUT",
    params: of(business),
    json: { time_zone: zone },
  });
}

export function membersQuery(business: number) {
  return queryOptions({
    queryKey: ["members", business],
    queryFn: ({ signal }) => call<Members>("/members", { params: of(business), signal }),
  });
}

export function addMember(business: number, email: string, role: Role) {
  return call<Schemas["MemberAdded"]>("/members", {
    method: "POST",
    params: of(business),
    json: { email, role },
  });
}

export function changeRole(business: number, user: number, role: Role) {
  return call<Member>(`/members/${user}`, { method: "PATCH", params: of(business), json: { role } });
}

export function removeMember(business: number, user: number) {
  return call<void>(`/members/${user}`, { method: "DELETE", params: of(business) });
}

export function keysQuery(business: number) {
  return queryOptions({
    queryKey: ["keys", business],
    queryFn: ({ signal }) => call<{ keys: ApiKey[] }>("/keys", { params: of(business), signal }),
    select: (answer) => answer.keys,
  });
}

export function makeKey(business: number, wanted: { name: string; scope: Scope; days: number | null }) {
  return call<Schemas["KeyMade"]>("/keys", {
    method: "POST",
    params: of(business),
    json: wanted,
  });
}

export function revokeKey(business: number, key: number) {
  return call<void>(`/keys/${key}`, { method: "DELETE", params: of(business) });
}

export function changePassword(current: string, password: string) {
  return call<void>("/auth/password", { method: "POST", json: { current, password } });
}
