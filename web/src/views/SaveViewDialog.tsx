import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LONGEST_VIEW_NAME, type SavedView, savedViewsQuery, saveView } from "../api/views";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";

interface Props {
  business: number;
  views: SavedView[];
  onClose: () => void;
}

/** Saves the address of what is shown. */
export function SaveViewDialog({ business, views, onClose }: Props) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const save = useMutation({
    mutationFn: () => {
      const { pathname, search } = window.location;
      return saveView(business, { name: name.trim(), path: pathname, search });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: savedViewsQuery(business).queryKey }),
  });
  const replaces = views.some((view) => isSameName(view.name, name));

  return (
    <Dialog title={t("Save this view")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <Stack>
          <TextInput
            label={t("Name")}
            description={t(
              "Only you see it. A period with a name, such as last month, moves on with the days.",
            )}
            data-autofocus
            required
            value={name}
            maxLength={LONGEST_VIEW_NAME}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {replaces && <Text size="sm">{t("This replaces your view of this name.")}</Text>}
          {save.isError && (
            <Alert color="red" role="alert" title={t("The view was not saved")}>
              <ErrorText error={save.error} />
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
              {replaces ? t("Replace") : t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
