import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Connection, connectionsQuery, removeConnection } from "../api/connections";
import { ofServer, t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";

interface Props {
  business: number;
  connection: Connection;
  onClose: () => void;
  onRemoved: () => void;
}

export function RemoveDialog({ business, connection, onClose, onRemoved }: Props) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeConnection(business, connection.connection_id),
    onSuccess: () => {
      onRemoved();
      onClose();
    },
    // After a refusal as well: somebody else may have removed it, and the list should say so.
    onSettled: () => client.invalidateQueries({ queryKey: connectionsQuery(business).queryKey }),
  });

  return (
    <Dialog title={t("Remove this connection?")} onClose={onClose}>
      <Stack>
        <Text className="tm-break">
          {t(
            "Nothing will be collected through {connection} any more, and its tokens are forgotten. What was collected stays. To take the permission back as well, remove the app in your settings at {platform}.",
            { connection: connection.title, platform: ofServer(connection.login_title) },
          )}
        </Text>
        {remove.isError && (
          <Alert color="red" role="alert" title={t("Not removed")}>
            <ErrorText error={remove.error} />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("Keep it")}
          </Button>
          <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("Remove the connection")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
