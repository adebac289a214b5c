import { Button, Group, NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { makeKey, type Scope } from "../api/settings";
import { faultOf, otherFault } from "./faults";
import { Saved } from "./Saved";
import { SCOPES } from "./words";

const FOREVER = "";
const LIVES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: FOREVER, label: "Until it is ended" },
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
          label="Name"
          description="What it is for, so that you know it again."
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faultOf(make.error, "name")}
          maxLength={100}
          required
        />
        <Radio.Group
          label="May"
          value={scope}
          onChange={(value) => setScope(value as Scope)}
          error={faultOf(make.error, "scope")}
        >
          <Stack gap="xs" mt={4}>
            {Object.entries(SCOPES).map(([value, { label, description }]) => (
              <Radio key={value} value={value} label={label} description={description} />
            ))}
          </Stack>
        </Radio.Group>
        <NativeSelect
          label="Good for"
          data={LIVES}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          error={faultOf(make.error, "days")}
        />
        <Saved error={otherFault(make.error, ["name", "scope", "days"])} done={undefined} />
        <Group>
          <Button type="submit" loading={make.isPending}>
            Make the key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
