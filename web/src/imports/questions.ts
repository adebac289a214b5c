import type { ImportAnswers, Problem } from "../api/types";
import { type Message, msg } from "../text/text";

/** A question that a file leaves open, as the page puts it. */
export interface Question {
  /** The answer's name in the API. */
  answer: keyof ImportAnswers;
  label: Message;
  description: Message;
  /** What the answer most likely is. */
  proposed?: () => string;
}

const QUESTIONS: Record<string, Question> = {
  account_needed: {
    answer: "account",
    label: msg("Account handle"),
    description: msg("As in its address, without the @"),
  },
  platform_needed: {
    answer: "platform",
    label: msg("Platform"),
    description: msg("Where the numbers come from"),
  },
  format_needed: { answer: "format", label: msg("Kind of file"), description: msg("What was downloaded") },
  time_zone_needed: {
    answer: "time_zone",
    label: msg("Time zone of the file"),
    description: msg("Such as Europe/Berlin or UTC"),
    proposed: ownTimeZone,
  },
  mapping_needed: {
    answer: "mapping",
    label: msg("Mapping"),
    description: msg("How its columns are to be read"),
  },
  observed_at_needed: {
    answer: "observed_at",
    label: msg("When it was downloaded"),
    description: msg("Such as 2026-03-10T09:00:00Z"),
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
