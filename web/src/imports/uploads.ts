import { ApiError, call } from "../api/client";
import type { Import, Problem } from "../api/types";
import { ACCOUNT_NEEDED } from "./words";

/** One chosen file on its way in. */
export interface Upload {
  key: string;
  file: File;
  state: UploadState;
}

export type UploadState =
  | { step: "waiting" }
  | { step: "sending" }
  | { step: "reading"; progress: Import["progress"] }
  | { step: "account_needed"; problem: Problem }
  | { step: "ended"; result: Import }
  | { step: "refused"; problem: Problem };

const POLL_MS = 700;

interface Accepted {
  import_id: number;
}

/** Sends one file and follows its import to the end, reporting each step. */
export async function runUpload(
  business: number,
  file: File,
  account: string | undefined,
  report: (state: UploadState) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    report({ step: "sending" });
    const { import_id: id } = await send(business, file, account, signal);
    report({ step: "reading", progress: null });
    const result = await follow(business, id, report, signal);
    report(ended(result));
  } catch (error) {
    if (signal.aborted) return;
    const problem = error instanceof ApiError ? error.problem : { detail: String(error) };
    report({ step: problem.code === ACCOUNT_NEEDED ? "account_needed" : "refused", problem });
  }
}

function send(business: number, file: File, account: string | undefined, signal: AbortSignal) {
  const form = new FormData();
  form.set("business_id", String(business));
  if (account) form.set("account", account);
  // The file's own time: the server uses it to tell when the numbers were read, never the moment of the upload.
  form.set("last_modified", String(file.lastModified));
  form.set("file", file, file.name);
  return call<Accepted>("/imports", { method: "POST", form, signal });
}

async function follow(
  business: number,
  id: number,
  report: (state: UploadState) => void,
  signal: AbortSignal,
): Promise<Import> {
  for (;;) {
    const now = await call<Import>(`/imports/${id}`, { params: { business_id: business }, signal });
    if (now.status !== "running") return now;
    report({ step: "reading", progress: now.progress });
    await pause(POLL_MS, signal);
  }
}

function ended(result: Import): UploadState {
  return result.problem?.code === ACCOUNT_NEEDED
    ? { step: "account_needed", problem: result.problem }
    : { step: "ended", result };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
