import { Button, Menu } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/client";
import { meQuery } from "../api/queries";
import { PersonIcon } from "../ui/icons";
import { SIGN_IN } from "./returnTo";

export function UserMenu() {
  const me = useQuery(meQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => call("/auth/sign-out", { method: "POST" }),
    onSuccess: async () => {
      await navigate({ to: SIGN_IN });
      queryClient.clear();
    },
  });

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" size="sm" px="xs" aria-label="Account menu">
          <PersonIcon />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="tm-break">{me.data ? me.data.email : "Signed in"}</Menu.Label>
        <Menu.Item onClick={() => signOut.mutate()} disabled={signOut.isPending} closeMenuOnClick={false}>
          Sign out
        </Menu.Item>
        {signOut.isError && <Menu.Label role="alert">{signOut.error.message}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
