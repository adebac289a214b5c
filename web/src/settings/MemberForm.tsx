import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { addMember, type Role } from "../api/settings";
import { msg, t, tell } from "../text/text";
import { faultOf, otherFault } from "./faults";
import { Saved } from "./Saved";

const ROLES = [
  { value: "member", label: msg("Member: numbers and settings") },
  { value: "owner", label: msg("Owner: members too") },
];

interface Props {
  business: number;
  onAdded: (added: Awaited<ReturnType<typeof addMember>>) => void;
}

export function MemberForm({ business, onAdded }: Props) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const add = useMutation({
    mutationFn: () => addMember(business, email, role),
    onSuccess: (added) => {
      setEmail("");
      onAdded(added);
    },
    // The answer may hold a password: it is not kept once it was handed over.
    gcTime: 0,
  });
  return (
    <form
      data-testid="member-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack maw={460}>
        <TextInput
          label={t("E-mail")}
          type="email"
          autoComplete="off"
          description={t("Who has not signed in here before gets a first password, which you pass on.")}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={faultOf(add.error, "email")}
          required
        />
        <NativeSelect
          label={t("Role")}
          data={ROLES.map(({ value, label }) => ({ value, label: tell(label) }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
          error={faultOf(add.error, "role")}
        />
        <Saved
          error={otherFault(add.error, ["email", "role"])}
          done={
            add.isSuccess && email === ""
              ? t("{email} is a member now.", { email: add.data.member.email })
              : undefined
          }
        />
        <Group>
          <Button type="submit" loading={add.isPending}>
            {t("Add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
