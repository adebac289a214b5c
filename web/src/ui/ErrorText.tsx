import type { ReactNode } from "react";
import { ApiError } from "../api/client";
import { spoken } from "../text/said";

/** Why something failed, in the words of the server where it said so. */
export function ErrorText({ error }: { error: Error }) {
  return errorInWords(error);
}

export function errorInWords(error: Error): ReactNode {
  const saidByServer = error instanceof ApiError && error.saidByServer;
  return saidByServer ? spoken(error.message, error.problem.detail_said) : error.message;
}
