import type { Business, Job } from "../api/types";
import { spokenText } from "../text/said";
import { t } from "../text/text";
import { formatAgo, formatInstant, formatSoon } from "../ui/format";

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

/** When a business was collected last and is next: "Collected 4 min ago · next 04:08". */
export function collectedInWords(business: Business, now: number): string {
  const { refreshable, last_collected_at: last, next_run_at: next, time_zone: zone } = business;
  if (!last && !refreshable) return t("Files only");
  const before = last ? t("Collected {ago}", { ago: formatAgo(last, now) }) : t("Not collected yet");
  const after = next
    ? Date.parse(next) <= now
      ? t("next now")
      : t("next {time}", { time: formatSoon(next, zone, now) })
    : t("no next run");
  return `${before} · ${after}`;
}

/** The same to the minute, for who wants to know. */
export function collectedInFull(business: Business): string {
  const { last_collected_at: last, next_run_at: next, time_zone: zone } = business;
  const lines = [
    last && t("Collected last: {time}", { time: formatInstant(last, zone) }),
    next && t("Next run: {time}", { time: formatInstant(next, zone) }),
  ].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : t("No account is connected: numbers come from files.");
}
