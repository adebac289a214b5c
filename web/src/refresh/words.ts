import type { Job } from "../api/types";
import { spokenText } from "../text/said";
import { t } from "../text/text";

export function isActive(job: Job): boolean {
  return job.status === "queued" || job.status === "running";
}

/** Where a refresh stands, or what came of it, in a sentence. */
export function jobInWords(job: Job): string {
  const { done, total } = job.progress;
  const text = spokenText(job.progress.text, job.progress.text_said);
  switch (job.status) {
    case "queued":
      return t("Waiting for its turn.");
    case "running":
      return total > 0
        ? t("{now} of {total}: {text}", { now: Math.min(done + 1, total), total, text })
        : text;
    case "done":
      return t("Refreshed.");
    case "failed":
      return job.problem ? spokenText(job.problem.detail, job.problem.detail_said) : t("The refresh failed.");
    case "cancelled":
      return t("The refresh was cancelled.");
  }
}

/** The versions that an event names, as one text: what differs has changed. */
export function versionsOf(data: string): string | undefined {
  try {
    const event = JSON.parse(data) as { data_version?: number; freshness_version?: number };
    return event.data_version === undefined ? undefined : `${event.data_version}-${event.freshness_version}`;
  } catch {
    return undefined;
  }
}

/** Whether an answer was made of data before those that an event names. */
export function isOlder(answer: unknown, versions: string): boolean {
  const version = (answer as { data_version?: unknown } | null | undefined)?.data_version;
  return typeof version === "number" && version < Number.parseInt(versions, 10);
}
