import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call, problemOf } from "../api/client";
import { refreshEverything } from "../api/queries";
import type { Import } from "../api/types";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  of: Import;
  onClose: () => void;
  onUndone: () => void;
}

export function UndoDialog({ of, onClose, onUndone }: Props) {
  const queryClient = useQueryClient();
  const undo = useMutation({
    mutationFn: () =>
      call<Import>(`/imports/${of.import_id}/undo`, {
        method: "POST",
        params: { business_id: of.business_id },
      }),
    onSuccess: () => {
      onUndone();
      onClose();
    },
    // After a refusal as well: somebody else may have undone it, and the list should say so.
    onSettled: () => refreshEverything(queryClient),
  });

  return (
    <Dialog title={t("Undo this import?")} onClose={onClose}>
      <Stack>
        <Text className="tm-break">
          {t(
            "The numbers that came from {file} will no longer count. Numbers from other files and connections stay. You can import the file again later.",
            { file: of.file },
          )}
        </Text>
        {undo.isError && <ProblemAlert problem={problemOf(undo.error)} title={t("Not undone")} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("Keep it")}
          </Button>
          <Button color="red.9" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t("Undo the import")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
