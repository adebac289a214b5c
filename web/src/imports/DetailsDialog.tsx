import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { importQuery } from "../api/queries";
import type { Import } from "../api/types";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ImportResult } from "./ImportResult";

/** The list does not carry rejected rows, so the import is read in full when it is looked at. */
export function DetailsDialog({ of, onClose }: { of: Import; onClose: () => void }) {
  const full = useQuery(importQuery(of.business_id, of.import_id));
  return (
    <Dialog title={of.file} size="xl" onClose={onClose}>
      {full.isError ? (
        <ErrorPanel what={t("The import")} error={full.error} retry={() => void full.refetch()} />
      ) : full.isPending ? (
        <Skeleton height={120} />
      ) : (
        <ImportResult result={full.data} />
      )}
    </Dialog>
  );
}
