import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/client";
import { meQuery } from "../api/queries";
import { t } from "../text/text";
import { useLanguageSwitch } from "../text/useLanguageSwitch";
import { PersonIcon } from "../ui/icons";
import { MenuButton } from "../ui/openers";
import { SIGN_IN } from "./returnTo";

export function UserMenu() {
  const me = useQuery(meQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { other, name, change } = useLanguageSwitch();
  const signOut = useMutation({
    mutationFn: () => call("/auth/sign-out", { method: "POST" }),
    onSuccess: async () => {
      await navigate({ to: SIGN_IN });
      queryClient.clear();
    },
  });

  return (
    <MenuButton
      width={240}
      entries={[
        { words: me.data ? me.data.email : t("Signed in") },
        { name, lang: other, do: change },
        { name: t("Sign out"), do: signOut.mutate, disabled: signOut.isPending, stays: true },
        ...(signOut.isError ? [{ words: "", failed: signOut.error, alarming: true }] : []),
      ]}
      button={
        <Button variant="default" size="sm" px="xs" aria-label={t("Account menu")}>
          <PersonIcon />
        </Button>
      }
    />
  );
}
