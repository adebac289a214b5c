import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ImportAnswers, Problem } from "../api/types";
import { english, t, tell } from "../text/text";
import { questionOf } from "./questions";
import { problemInWords } from "./words";

interface Props {
  problem: Problem;
  /** What the server has against the last answer. */
  refused?: Problem;
  onAnswer: (answer: ImportAnswers) => void;
}

/** Some files leave something open; then the reader is asked, once, instead of a guess being made. */
export function FileQuestion({ problem, refused, onAnswer }: Props) {
  const question = questionOf(problem);
  const [text, setText] = useState(question?.proposed?.() ?? "");
  if (!question) return null;
  const answer = (value: string) => onAnswer({ [question.answer]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) answer(text.trim());
  };
  return (
    <Stack gap="xs" data-testid="file-question">
      <Text size="sm">{problemInWords(problem)}</Text>
      {refused?.detail && <Alert color="red">{problemInWords(refused)}</Alert>}
      {problem.choices && problem.choices.length > 0 ? (
        <Group gap="sm" role="group" aria-label={tell(question.label)}>
          {problem.choices.map((choice) => (
            <Button key={choice.key} variant="default" onClick={() => answer(choice.key)}>
              {question.answer === "format" ? english(choice.title) : choice.title}
            </Button>
          ))}
        </Group>
      ) : (
        <form onSubmit={submit}>
          <Group align="end" gap="sm">
            <TextInput
              label={tell(question.label)}
              description={tell(question.description)}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autoFocus
              required
              withAsterisk={false}
            />
            <Button type="submit">{t("Go on")}</Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}
