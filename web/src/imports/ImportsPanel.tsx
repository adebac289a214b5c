import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { importsQuery } from "../api/queries";
import type { Business } from "../api/types";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Panel } from "../ui/Panel";
import { DropArea } from "./DropArea";
import { ImportList } from "./ImportList";
import { SavedMappings } from "./SavedMappings";
import { UploadItem } from "./UploadItem";
import type { Upload } from "./uploads";
import { useUploads } from "./useUploads";
import { changesInWords, outcomeInWords } from "./words";

export function ImportsPanel({ business }: { business: Business }) {
  const imports = useQuery(importsQuery(business.business_id));
  const { uploads, latest, add, answer, confirm, dismiss } = useUploads(business.business_id);
  const looked = uploads.filter((one) => one.state.step === "looked");

  return (
    <Panel title="Imports">
      <Stack gap="md">
        <DropArea onFiles={add} />
        {/* Only the turning points are read aloud; the percentage would never stop talking. */}
        <div className="tm-unseen" role="status" aria-live="polite" data-testid="upload-status">
          {latest && announce(latest)}
        </div>
        {looked.length > 1 && (
          <Button
            style={{ alignSelf: "flex-start" }}
            onClick={() => {
              for (const upload of looked.toReversed()) confirm(upload);
            }}
          >
            Import all {looked.length} files
          </Button>
        )}
        {uploads.length > 0 && (
          <Stack component="ul" className="tm-plain" gap="sm" aria-label="Files of this visit">
            {uploads.map((upload) => (
              <UploadItem
                key={upload.key}
                upload={upload}
                onAnswer={(answers) => answer(upload, answers)}
                onImport={() => confirm(upload)}
                onDismiss={() => dismiss(upload)}
              />
            ))}
          </Stack>
        )}
        {imports.isError ? (
          <ErrorPanel what="The list of imports" error={imports.error} retry={() => void imports.refetch()} />
        ) : imports.isPending ? (
          <Skeleton height={120} />
        ) : imports.data.length === 0 ? (
          <Text size="sm" c="dimmed" data-testid="no-imports">
            Nothing has been imported for {business.name} yet.
          </Text>
        ) : (
          <ImportList imports={imports.data} timeZone={business.time_zone} />
        )}
        <SavedMappings business={business} />
      </Stack>
    </Panel>
  );
}

function announce({ file, state }: Upload): string {
  switch (state.step) {
    case "waiting":
      return "";
    case "sending":
      return `Sending ${file.name}.`;
    case "reading":
      return state.trial ? `Looking at ${file.name}.` : `Importing ${file.name}.`;
    case "asked":
      return `${file.name} leaves a question open. ${state.problem.detail ?? ""}`;
    case "looked":
      return `${file.name} can be imported. ${state.result.changes ? changesInWords(state.result.changes) : ""}`;
    case "refused":
      return `${file.name} was not imported. ${state.problem.detail ?? ""}`;
    case "ended":
      return outcomeInWords(state.result);
  }
}
