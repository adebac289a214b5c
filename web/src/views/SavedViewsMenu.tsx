import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { savedViewsQuery } from "../api/views";
import { useCommands } from "../keys/useCommands";

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
      <Menu position="bottom-end" shadow="md" width={260}>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<span aria-hidden="true">▾</span>}>
            Saved views
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="tm-views-menu">
          {views.isError && <Menu.Label>Your views did not come: {views.error.message}</Menu.Label>}
          {views.isSuccess && all.length === 0 && <Menu.Label>You have saved none yet.</Menu.Label>}
          {all.map((view) => (
            <Menu.Item
              key={view.view_id}
              className="tm-break"
              onClick={() => router.history.push(view.path + view.search)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog("save")}>Save this view…</Menu.Item>
          {all.length > 0 && <Menu.Item onClick={() => setDialog("manage")}>Rename or delete…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === "save" && <SaveViewDialog business={business} views={all} onClose={close} />}
        {dialog === "manage" && <ManageViewsDialog business={business} views={all} onClose={close} />}
      </Suspense>
    </>
  );
}
