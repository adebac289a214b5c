import { ApiError } from "../api/client";

/** What the server says of one field: it names the parameter, or the member of the body. */
export function faultOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { parameter, member } = error.problem;
  const named = parameter ?? member ?? "";
  return named === field || named.startsWith(`${field}[`) || named.startsWith(`${field}.`)
    ? error.message
    : undefined;
}

/** What the server says that belongs to none of the fields. */
export function otherFault(error: Error | null, fields: string[]): string | undefined {
  if (!error || fields.some((field) => faultOf(error, field))) return undefined;
  return error.message;
}
