import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { SharedPage } from "../api/shares";
import type { Business } from "../api/types";
import { t } from "../text/text";
import type { SharedView } from "./search";

const ShareDialog = lazy(() => import("./ShareDialog").then((module) => ({ default: module.ShareDialog })));

interface Props {
  business: Business;
  page: SharedPage;
  view: SharedView;
  /** The closed report, on its page. */
  report?: number;
}

/** Opens what makes and takes back links to the page. */
export function ShareButton({ business, page, view, report }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)} data-testid="share">
        {t("Share")}
      </Button>
      {open && (
        <Suspense>
          <ShareDialog
            business={business}
            page={page}
            view={view}
            report={report}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
