/** What the address of the page says: whose connections, and what came of a sign-in. */
export interface ConnectionsSearch {
  business?: number;
  /** The connection whose accounts are being chosen. */
  connection?: number;
  /** Why a sign-in came to nothing. */
  problem?: string;
}

/** Keeps what is meaningful and drops the rest, so a mistyped link still opens. */
export function toConnectionsSearch(raw: Record<string, unknown>): ConnectionsSearch {
  const search: ConnectionsSearch = {};
  const business = id(raw.business);
  const connection = id(raw.connection);
  if (business !== undefined) search.business = business;
  if (connection !== undefined) search.connection = connection;
  if (typeof raw.problem === "string" && /^[a-z_]{1,40}$/.test(raw.problem)) search.problem = raw.problem;
  return search;
}

function id(raw: unknown): number | undefined {
  const number = Number(typeof raw === "string" || typeof raw === "number" ? raw : Number.NaN);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
