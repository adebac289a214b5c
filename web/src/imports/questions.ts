import type { ImportAnswers, Problem } from "../api/types";

/** A question that a file leaves open, as the page puts it. */
export interface Question {
  /** The answer's name in the API. */
  answer: keyof ImportAnswers;
  label: string;
  description: string;
  /** What the answer most likely is. */
  proposed?: () => string;
}

const QUESTIONS: Record<string, Question> = {
  account_needed: {
    answer: "account",
    label: "Account handle",
    description: "As in its address, without the @",
  },
  platform_needed: { answer: "platform", label: "Platform", description: "Where the numbers come from" },
  format_needed: { answer: "format", label: "Kind of file", description: "What was downloaded" },
  time_zone_needed: {
    answer: "time_zone",
    label: "Time zone of the file",
    description: "Such as Europe/Berlin or UTC",
    proposed: ownTimeZone,
  },
  mapping_needed: { answer: "mapping", label: "Mapping", description: "How its columns are to be read" },
  observed_at_needed: {
    answer: "observed_at",
    label: "When it was downloaded",
    description: "Such as 2026-03-10T09:00:00Z",
  },
};

/** The zone of the browser, which is often that of the tool. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function isQuestion(problem: Problem): boolean {
  return questionOf(problem) !== undefined || problem.suggestion !== undefined;
}

export function questionOf(problem: Problem): Question | undefined {
  return QUESTIONS[problem.code ?? ""];
}
