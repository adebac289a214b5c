import { Alert, Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";

interface Props {
  title: string;
  /** The button that does it, and the one that does not. */
  does: string;
  keeps: string;
  act: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, does, keeps, act, onClose, children }: Props) {
  const acting = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        {children}
        {acting.isError && (
          <Alert color="red" role="alert" title={t("Nothing was done")}>
            <ErrorText error={acting.error} />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {keeps}
          </Button>
          <Button color="red.9" loading={acting.isPending} onClick={() => acting.mutate()}>
            {does}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
