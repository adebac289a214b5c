import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Schemas } from "./schemas";

export type CollectingStatus = Schemas["CollectingStatus"];
export type ConnectedAccount = Schemas["ConnectedAccount"];
export type Connection = Schemas["Connection"];
export type ConnectionPlatform = Schemas["ConnectionPlatform"];
export type OfferedAccount = Schemas["OfferedAccount"];

export function connectionsQuery(business: number) {
  return queryOptions({
    queryKey: ["connections", business],
    queryFn: ({ signal }) =>
      call<{ connections: Connection[] }>("/connections", { params: { business_id: business }, signal }),
    select: (answer) => answer.connections,
  });
}

export const connectionPlatformsQuery = queryOptions({
  queryKey: ["connection-platforms"],
  queryFn: ({ signal }) => call<{ platforms: ConnectionPlatform[] }>("/connections/platforms", { signal }),
  select: (answer) => answer.platforms,
});

export function offersQuery(business: number, connection: number) {
  return queryOptions({
    queryKey: ["offers", business, connection],
    queryFn: ({ signal }) =>
      call<{ accounts: OfferedAccount[] }>(`/connections/${connection}/accounts`, {
        params: { business_id: business },
        signal,
      }),
    select: (answer) => answer.accounts,
    // Each look asks the platform, and somebody may have changed something there.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export interface WantedConnection {
  login: string;
  /** The connection that is to be made good again. */
  again?: number;
  /** What the person tells, by the names of the platform's fields. */
  fields?: Record<string, string>;
}

/** Where the browser is to go to sign in, or the connection that was made at once. */
export interface BegunConnection {
  authorization_url: string | null;
  connection_id: number | null;
}

export function beginConnection(business: number, wanted: WantedConnection): Promise<BegunConnection> {
  return call<BegunConnection>("/connections", {
    method: "POST",
    json: {
      business_id: business,
      login: wanted.login,
      connection_id: wanted.again,
      fields: wanted.fields,
    },
  });
}

export function chooseAccounts(business: number, connection: number, ids: string[]): Promise<void> {
  return call(`/connections/${connection}/accounts`, {
    method: "POST",
    params: { business_id: business },
    json: { external_ids: ids },
  });
}

export type Move = "pause" | "resume" | "disconnect";

export function moveAccount(business: number, connection: number, account: number, to: Move): Promise<void> {
  const path = `/connections/${connection}/accounts/${account}`;
  const params = { business_id: business };
  return to === "disconnect"
    ? call(path, { method: "DELETE", params })
    : call(`${path}/${to}`, { method: "POST", params });
}

export function collectReplies(
  business: number,
  connection: number,
  account: number,
  collect: boolean,
): Promise<void> {
  return call(`/connections/${connection}/accounts/${account}/replies`, {
    method: "PUT",
    params: { business_id: business },
    json: { collect },
  });
}

export function removeConnection(business: number, connection: number): Promise<void> {
  return call(`/connections/${connection}`, { method: "DELETE", params: { business_id: business } });
}
