import { TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../text/text";
import type { TypedPeriod } from "./typed";

interface Props {
  today: string;
  onPeriod: (period: TypedPeriod) => void;
}

const LONGEST = 60;

/** What understands words, fetched once somebody is about to type some. */
const fetchReader = () => import("./typed").catch(() => undefined);

/** A period in words. */
export function TypedPeriodInput({ today, onPeriod }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const commit = async () => {
    if (text.trim() === "") return setProblem("");
    const reader = await fetchReader();
    const period = reader?.typedPeriod(text, today);
    if (period) {
      setText("");
      onPeriod(period);
    } else if (reader) {
      setProblem(t("Not understood. Try “last 6 weeks”, “Q3 2025”, “October” or “1 Oct to 14 Nov”."));
    } else setProblem(t("This part of the page could not be loaded. Reload the page."));
  };
  return (
    <TextInput
      label={t("In words")}
      placeholder={t("last 6 weeks")}
      value={text}
      maxLength={LONGEST}
      error={problem}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setProblem("");
      }}
      onFocus={() => void fetchReader()}
      onBlur={() => void commit()}
      onKeyDown={(event) => event.key === "Enter" && void commit()}
    />
  );
}
