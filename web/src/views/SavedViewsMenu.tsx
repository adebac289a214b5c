import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { savedViewsQuery } from "../api/views";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";
import { MenuButton } from "../ui/openers";

const ManageViewsDialog = lazy(() =>
  import("./ManageViewsDialog").then((module) => ({ default: module.ManageViewsDialog })),
);
const SaveViewDialog = lazy(() =>
  import("./SaveViewDialog").then((module) => ({ default: module.SaveViewDialog })),
);

/** Opens what was saved under a name, and saves what is shown. */
export function SavedViewsMenu({ business }: { business: number }) {
  const views = useQuery(savedViewsQuery(business));
  const router = useRouter();
  const [dialog, setDialog] = useState<"save" | "manage">();
  const close = () => setDialog(undefined);
  const all = views.data ?? [];
  useCommands({ save_view: () => setDialog("save") });

  return (
    <>
      <MenuButton
        width={260}
        entries={[
          ...(views.isError ? [{ words: `${t("Your views did not come:")} `, failed: views.error }] : []),
          ...(views.isSuccess && all.length === 0 ? [{ words: t("You have saved none yet.") }] : []),
          ...all.map(({ view_id, name, path, search }) => ({
            key: view_id,
            name,
            do: () => router.history.push(path + search),
          })),
          "line",
          { name: t("Save this view…"), do: () => setDialog("save") },
          ...(all.length > 0 ? [{ name: t("Rename or delete…"), do: () => setDialog("manage") }] : []),
        ]}
        button={
          <Button variant="default" size="xs" rightSection={<span aria-hidden="true">▾</span>}>
            {t("Saved views")}
          </Button>
        }
      />
      <Suspense fallback={null}>
        {dialog === "save" && <SaveViewDialog business={business} views={all} onClose={close} />}
        {dialog === "manage" && <ManageViewsDialog business={business} views={all} onClose={close} />}
      </Suspense>
    </>
  );
}
