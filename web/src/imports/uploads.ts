import { ApiError, call, problemOf } from "../api/client";
import type { Import, ImportAnswers, ImportPreview, Problem } from "../api/types";
import { isAboutMapping } from "./faults";
import { mappingOf } from "./mapping";
import { isQuestion } from "./questions";

/** One chosen file on its way in. */
export interface Upload {
  key: string;
  file: File;
  state: UploadState;
}

export type UploadState =
  | { step: "waiting" }
  | { step: "sending" }
  | { step: "reading"; progress: Import["progress"] | null; trial: boolean }
  | { step: "looked"; result: Import; preview: ImportPreview }
  /** With what the server has against the last answer. */
  | { step: "asked"; result: Import; problem: Problem; refused?: Problem }
  | { step: "ended"; result: Import }
  | { step: "refused"; problem: Problem };

export type Asked = Extract<UploadState, { step: "asked" }>;

/** Where the steps of an upload are told. */
type Report = (state: UploadState) => void;

const POLL_MS = 700;

interface Accepted {
  import_id: number;
}

/** Sends one file and has the server look at it, without anything being stored. */
export function lookAt(business: number, file: File, report: Report, signal: AbortSignal): Promise<void> {
  return guarded(report, signal, async () => {
    report({ step: "sending" });
    const { import_id: id } = await send(business, file, signal);
    await follow(business, id, true, report, signal);
  });
}

/** Goes on with a file that the server has: imports it. */
export function importIt(business: number, id: number, report: Report, signal: AbortSignal): Promise<void> {
  return guarded(report, signal, () => goOn(business, id, {}, false, report, signal));
}

/** Looks again, with an answer. What the server has against the answer is said beside the question. */
export function lookAgain(
  business: number,
  asked: Asked,
  answers: ImportAnswers,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const tried = withTried(asked, answers);
  const again: Report = (state) => report(refusing(tried, state) ?? state);
  return guarded(report, signal, async () => {
    try {
      await goOn(business, asked.result.import_id, answers, true, again, signal);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 400) throw error;
      report({ ...tried, refused: error.problem });
    }
  });
}

/** The question about a mapping anew, where the file was refused with the mapping that was tried. */
export function refusing(tried: Asked, state: UploadState): Asked | undefined {
  const about = tried.problem.suggestion !== undefined;
  const failed = state.step === "ended" && state.result.status === "failed";
  const openAgain = state.step === "asked" && isAboutMapping(state.problem);
  if (!about || !(failed || openAgain)) return undefined;
  return { ...tried, result: state.result, refused: state.result.problem ?? {} };
}

/** The question with the mapping that was tried as its draft, so that nobody has to say everything again. */
function withTried(asked: Asked, { mapping }: ImportAnswers): Asked {
  const { suggestion } = asked.problem;
  if (!suggestion || !mapping) return asked;
  const draft = { ...suggestion, mapping: mappingOf(mapping) };
  return { ...asked, problem: { ...asked.problem, suggestion: draft } };
}

async function goOn(
  business: number,
  id: number,
  answers: ImportAnswers,
  trial: boolean,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  report({ step: "reading", progress: null, trial });
  const next = await call<Accepted>(`/imports/${id}/continue`, {
    method: "POST",
    params: { business_id: business },
    json: { ...answers, dry_run: trial },
    signal,
  });
  await follow(business, next.import_id, trial, report, signal);
}

/** Tells the server that a file will not be imported. */
export function giveUp(business: number, id: number): Promise<void> {
  return call(`/imports/${id}`, { method: "DELETE", params: { business_id: business } });
}

async function guarded(report: Report, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (signal.aborted) return;
    report({ step: "refused", problem: problemOf(error) });
  }
}

function send(business: number, file: File, signal: AbortSignal) {
  const form = new FormData();
  form.set("business_id", String(business));
  form.set("dry_run", "true");
  // The file's own time: the server uses it to tell when the numbers were read, never the moment of the upload.
  form.set("last_modified", String(file.lastModified));
  form.set("file", file, file.name);
  return call<Accepted>("/imports", { method: "POST", form, signal });
}

async function follow(
  business: number,
  id: number,
  trial: boolean,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const params = { business_id: business };
  report({ step: "reading", progress: null, trial });
  for (;;) {
    const now = await call<Import>(`/imports/${id}`, { params, signal });
    if (now.status === "running") {
      report({ step: "reading", progress: now.progress, trial });
      await pause(POLL_MS, signal);
    } else if (now.problem && isQuestion(now.problem)) {
      return report({ step: "asked", result: now, problem: now.problem });
    } else if (now.status === "done" && now.dry_run) {
      const preview = await call<ImportPreview>(`/imports/${id}/preview`, { params, signal });
      return report({ step: "looked", result: now, preview });
    } else {
      return report({ step: "ended", result: now });
    }
  }
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
