import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import type { DateSpan } from "../api/types";
import { isSpan, sameSpan, spanProblem } from "./ranges";

interface Props {
  labels: [from: string, to: string];
  span: DateSpan | undefined;
  onSpan: (span: DateSpan) => void;
  autoFocus?: boolean;
}

/** While a date is typed it is valid for moments in between; asking the server waits until the typing rests, or goes on elsewhere. */
const REST_MS = 600;

export function DateSpanInputs({ labels, span, onSpan, autoFocus }: Props) {
  const [draft, setDraft] = useState<DateSpan | undefined>();
  const commit = useDebouncedCallback((typed: DateSpan) => {
    setDraft(undefined);
    if (!span || !sameSpan(typed, span)) onSpan(typed);
  }, REST_MS);

  const shown = draft ?? span ?? { from: "", to: "" };
  const problem = draft && spanProblem(draft.from, draft.to);

  const type = (part: Partial<DateSpan>) => {
    const typed = { ...shown, ...part };
    setDraft(typed);
    if (isSpan(typed.from, typed.to)) commit(typed);
    else commit.cancel();
  };

  return (
    <>
      <TextInput
        type="date"
        label={labels[0]}
        value={shown.from}
        disabled={!span}
        error={problem}
        data-autofocus={autoFocus || undefined}
        onBlur={() => commit.flush()}
        onChange={(event) => type({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={labels[1]}
        value={shown.to}
        disabled={!span}
        error={problem !== undefined}
        onBlur={() => commit.flush()}
        onChange={(event) => type({ to: event.currentTarget.value })}
      />
    </>
  );
}
