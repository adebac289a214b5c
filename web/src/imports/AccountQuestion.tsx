import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Problem } from "../api/types";

interface Props {
  problem: Problem;
  onAccount: (account: string) => void;
}

/** Some files do not say whose numbers they hold; then the reader has to. */
export function AccountQuestion({ problem, onAccount }: Props) {
  const [handle, setHandle] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (handle.trim()) onAccount(handle.trim());
  };
  return (
    <form onSubmit={submit} data-testid="account-question">
      <Stack gap="xs">
        <Text size="sm">{problem.detail ?? "This file does not say which account it is about."}</Text>
        <Group align="end" gap="sm">
          <TextInput
            label="Account handle"
            description="As in its address, without the @"
            value={handle}
            onChange={(event) => setHandle(event.currentTarget.value)}
            autoFocus
            required
            withAsterisk={false}
          />
          <Button type="submit">Import for this account</Button>
        </Group>
      </Stack>
    </form>
  );
}
