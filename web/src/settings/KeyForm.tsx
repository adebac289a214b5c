import { Button, Group, NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { makeKey, type Scope } from "../api/settings";
import { msg, t, tell } from "../text/text";
import { faultOf, otherFault } from "./faults";
import { Saved } from "./Saved";
import { SCOPES } from "./words";

const FOREVER = "";
const LIVES = [
  { value: "30", label: msg("30 days") },
  { value: "90", label: msg("90 days") },
  { value: "365", label: msg("A year") },
  { value: FOREVER, label: msg("Until it is ended") },
];

interface Props {
  business: number;
  onMade: (secret: string) => void;
}

export function KeyForm({ business, onMade }: Props) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("read");
  const [days, setDays] = useState("365");
  const make = useMutation({
    mutationFn: () => makeKey(business, { name, scope, days: days === FOREVER ? null : Number(days) }),
    onSuccess: ({ secret }) => {
      setName("");
      onMade(secret);
    },
    // The answer holds the key: it is not kept once it was handed over.
    gcTime: 0,
  });
  return (
    <form
      data-testid="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack maw={460}>
        <TextInput
          label={t("Name")}
          description={t("What it is for, so that you know it again.")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faultOf(make.error, "name")}
          maxLength={100}
          required
        />
        <Radio.Group
          label={t("May")}
          value={scope}
          onChange={(value) => setScope(value as Scope)}
          error={faultOf(make.error, "scope")}
        >
          <Stack gap="xs" mt={4}>
            {Object.entries(SCOPES).map(([value, { label, description }]) => (
              <Radio key={value} value={value} label={tell(label)} description={tell(description)} />
            ))}
          </Stack>
        </Radio.Group>
        <NativeSelect
          label={t("Good for")}
          data={LIVES.map(({ value, label }) => ({ value, label: tell(label) }))}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          error={faultOf(make.error, "days")}
        />
        <Saved error={otherFault(make.error, ["name", "scope", "days"])} done={undefined} />
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t("Make the key")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
