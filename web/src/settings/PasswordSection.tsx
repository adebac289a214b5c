import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../api/queries";
import { changePassword } from "../api/settings";
import { t } from "../text/text";
import { Panel } from "../ui/Panel";
import { faultOf, otherFault } from "./faults";
import { Saved } from "./Saved";

export function PasswordSection() {
  const me = useQuery(meQuery);
  const [current, setCurrent] = useState("");
  const [wanted, setWanted] = useState("");
  const change = useMutation({
    mutationFn: () => changePassword(current, wanted),
    onSuccess: () => {
      setCurrent("");
      setWanted("");
    },
  });
  return (
    <Panel title={t("Your password")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack maw={460}>
          {me.data && (
            <Text className="tm-break">{t("You are signed in as {email}.", { email: me.data.email })}</Text>
          )}
          <PasswordInput
            label={t("Password now")}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={faultOf(change.error, "current")}
            required
          />
          <PasswordInput
            label={t("New password")}
            description={t("At least 10 characters. Everywhere else you are signed out, and tokens end.")}
            autoComplete="new-password"
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            error={faultOf(change.error, "password")}
            required
          />
          <Saved
            error={otherFault(change.error, ["current", "password"])}
            done={change.isSuccess && wanted === "" ? t("The password was changed.") : undefined}
          />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {t("Change the password")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
