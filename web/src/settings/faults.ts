import type { ReactNode } from "react";
import { ApiError } from "../api/client";
import { errorInWords } from "../ui/ErrorText";

/** What the server says of one field: it names the parameter, or the member of the body. */
export function faultOf(error: Error | null, field: string): ReactNode {
  if (!(error instanceof ApiError)) return undefined;
  const { parameter, member } = error.problem;
  const named = parameter ?? member ?? "";
  return named === field || named.startsWith(`${field}[`) || named.startsWith(`${field}.`)
    ? errorInWords(error)
    : undefined;
}

/** What the server says that belongs to none of the fields. */
export function otherFault(error: Error | null, fields: string[]): ReactNode {
  if (!error || fields.some((field) => faultOf(error, field))) return undefined;
  return errorInWords(error);
}
