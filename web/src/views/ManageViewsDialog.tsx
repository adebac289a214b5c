import { Alert, Button, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteView, LONGEST_VIEW_NAME, renameView, type SavedView, savedViewsQuery } from "../api/views";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";

interface Props {
  business: number;
  views: SavedView[];
  onClose: () => void;
}

/** Gives views other names, and forgets them. */
export function ManageViewsDialog({ business, views, onClose }: Props) {
  return (
    <Dialog title={t("Your saved views")} size="lg" onClose={onClose}>
      {views.length === 0 ? (
        <Text>{t("None is left.")}</Text>
      ) : (
        <ul className="tm-views-list">
          {views.map((view) => (
            <ViewRow key={view.view_id} business={business} view={view} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function ViewRow({ business, view }: { business: number; view: SavedView }) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: savedViewsQuery(business).queryKey });
  const [name, setName] = useState(view.name);
  const rename = useMutation({
    mutationFn: () => renameView(business, view.view_id, name.trim()),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: () => deleteView(business, view.view_id), onSuccess });
  const failed = rename.error ?? remove.error;
  const changed = name.trim() !== "" && name.trim() !== view.name;

  return (
    <li>
      <form
        className="tm-views-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) rename.mutate();
        }}
      >
        <TextInput
          aria-label={t("Name of {name}", { name: view.name })}
          value={name}
          maxLength={LONGEST_VIEW_NAME}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!changed} loading={rename.isPending}>
          {t("Rename")}
        </Button>
        <Button
          variant="default"
          loading={remove.isPending}
          aria-label={t("Delete {name}", { name: view.name })}
          onClick={() => remove.mutate()}
        >
          {t("Delete")}
        </Button>
      </form>
      {failed && (
        <Alert color="red" role="alert" title={t("Nothing was changed")} mt="xs">
          <ErrorText error={failed} />
        </Alert>
      )}
    </li>
  );
}
