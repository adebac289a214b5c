import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { importsQuery } from "../api/queries";
import type { Business, Problem } from "../api/types";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Panel } from "../ui/Panel";
import { DropArea } from "./DropArea";
import { ImportList } from "./ImportList";
import { SavedMappings } from "./SavedMappings";
import type { Upload } from "./uploads";
import { useUploads } from "./useUploads";
import { changesInWords, outcomeInWords, problemInWords } from "./words";

/** Files bring questions, mappings and previews, which nobody needs who has none. */
const UploadItem = lazy(() => import("./UploadItem").then((module) => ({ default: module.UploadItem })));

interface Props {
  business: Business;
  title: string;
}

export function ImportsPanel({ business, title }: Props) {
  const imports = useQuery(importsQuery(business.business_id));
  const { uploads, latest, add, answer, confirm, dismiss } = useUploads(business.business_id);
  const looked = uploads.filter((one) => one.state.step === "looked");

  return (
    <Panel title={title}>
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
            {t("Import all {count} files", { count: looked.length })}
          </Button>
        )}
        {uploads.length > 0 && (
          <Stack component="ul" className="tm-plain" gap="sm" aria-label={t("Files of this visit")}>
            <Suspense>
              {uploads.map((upload) => (
                <UploadItem
                  key={upload.key}
                  upload={upload}
                  onAnswer={(answers) => answer(upload, answers)}
                  onImport={() => confirm(upload)}
                  onDismiss={() => dismiss(upload)}
                />
              ))}
            </Suspense>
          </Stack>
        )}
        {imports.isError ? (
          <ErrorPanel
            what={t("The list of imports")}
            error={imports.error}
            retry={() => void imports.refetch()}
          />
        ) : imports.isPending ? (
          <Skeleton height={120} role="status" aria-label={t("Loading the list of imports")} />
        ) : imports.data.length === 0 ? (
          <Text size="sm" c="dimmed" data-testid="no-imports">
            {t("Nothing has been imported for {name} yet.", { name: business.name })}
          </Text>
        ) : (
          <ImportList imports={imports.data} timeZone={business.time_zone} />
        )}
        <SavedMappings business={business} />
      </Stack>
    </Panel>
  );
}

function announce({ file: { name }, state }: Upload): ReactNode {
  switch (state.step) {
    case "waiting":
      return "";
    case "sending":
      return t("Sending {name}.", { name });
    case "reading":
      return state.trial ? t("Looking at {name}.", { name }) : t("Importing {name}.", { name });
    case "asked":
      return because(t("{name} leaves a question open.", { name }), state.problem);
    case "looked":
      return `${t("{name} can be imported.", { name })} ${state.result.changes ? changesInWords(state.result.changes) : ""}`;
    case "refused":
      return because(t("{name} was not imported.", { name }), state.problem);
    case "ended":
      return because(outcomeInWords(state.result), state.result.problem);
  }
}

function because(sentence: string, problem: Problem | null): ReactNode {
  return problem ? (
    <>
      {sentence} {problemInWords(problem)}
    </>
  ) : (
    sentence
  );
}
