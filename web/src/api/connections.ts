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

/** Where the browser is to go to sign in. */
export async function beginConnection(business: number, login: string, again?: number): Promise<string> {
  const begun = await call<{ authorization_url: string }>("/connections", {
    method: "POST",
    json: { business_id: business, login, connection_id: again },
  });
  return begun.authorization_url;
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
