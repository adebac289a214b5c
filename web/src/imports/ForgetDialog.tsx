import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call, problemOf } from "../api/client";
import { mappingsQuery } from "../api/queries";
import type { SavedMapping } from "../api/types";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  business: number;
  of: SavedMapping;
  onClose: () => void;
  onForgotten: () => void;
}

export function ForgetDialog({ business, of, onClose, onForgotten }: Props) {
  const queryClient = useQueryClient();
  const forget = useMutation({
    mutationFn: () =>
      call<void>(`/imports/mappings/${of.mapping_id}`, {
        method: "DELETE",
        params: { business_id: business },
      }),
    onSuccess: () => {
      onForgotten();
      onClose();
    },
    // After a refusal as well: somebody else may have deleted it, and the list should say so.
    onSettled: () => queryClient.invalidateQueries({ queryKey: mappingsQuery(business).queryKey }),
  });

  return (
    <Dialog title={t("Delete this mapping?")} onClose={onClose}>
      <Stack>
        <Text className="tm-break">
          {t(
            "Tables with the columns of {name} will not be read by themselves any more. What was imported with it stays.",
            { name: of.mapping.name },
          )}
        </Text>
        {forget.isError && <ProblemAlert problem={problemOf(forget.error)} title={t("Not deleted")} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("Keep it")}
          </Button>
          <Button color="red.9" loading={forget.isPending} onClick={() => forget.mutate()}>
            {t("Delete the mapping")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
