import { TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../text/text";
import { type TypedPeriod, typedPeriod } from "./typed";

interface Props {
  today: string;
  onPeriod: (period: TypedPeriod) => void;
}

const LONGEST = 60;

/** A period in words. */
export function TypedPeriodInput({ today, onPeriod }: Props) {
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const commit = () => {
    if (text.trim() === "") return setRefused(false);
    const period = typedPeriod(text, today);
    setRefused(!period);
    if (!period) return;
    setText("");
    onPeriod(period);
  };
  return (
    <TextInput
      label={t("In words")}
      placeholder={t("last 6 weeks")}
      value={text}
      maxLength={LONGEST}
      error={refused && t("Not understood. Try “last 6 weeks”, “Q3 2025”, “October” or “1 Oct to 14 Nov”.")}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setRefused(false);
      }}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
}
