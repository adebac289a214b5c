import { CloseButton, Group, Loader, Progress, Stack, Text } from "@mantine/core";
import type { Import, ImportAnswers } from "../api/types";
import { t } from "../text/text";
import { FileQuestion } from "./FileQuestion";
import { ImportResult } from "./ImportResult";
import { MappingQuestion } from "./MappingQuestion";
import { mappingText } from "./mapping";
import { PreviewPanel } from "./PreviewPanel";
import { ProblemAlert } from "./ProblemAlert";
import type { Upload } from "./uploads";
import { percentRead } from "./words";

interface Props {
  upload: Upload;
  onAnswer: (answers: ImportAnswers) => void;
  onImport: () => void;
  onDismiss: () => void;
}

export function UploadItem({ upload, onAnswer, onImport, onDismiss }: Props) {
  const { file, state } = upload;
  const moving = state.step === "waiting" || state.step === "sending" || state.step === "reading";
  return (
    <li className="tm-panel" data-testid="upload" data-step={state.step}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text fw={600} className="tm-break">
          {file.name}
        </Text>
        {!moving && <CloseButton aria-label={t("Close {name}", { name: file.name })} onClick={onDismiss} />}
      </Group>
      {state.step === "waiting" && <Step text={t("Waiting for the file before it")} />}
      {state.step === "sending" && <Step text={t("Sending")} />}
      {state.step === "reading" && <Reading name={file.name} progress={state.progress} trial={state.trial} />}
      {state.step === "asked" &&
        (state.problem.suggestion ? (
          <MappingQuestion
            file={file.name}
            suggestion={state.problem.suggestion}
            refused={state.refused}
            onMapping={(mapping) => onAnswer({ mapping: mappingText(mapping) })}
          />
        ) : (
          <FileQuestion problem={state.problem} refused={state.refused} onAnswer={onAnswer} />
        ))}
      {state.step === "looked" && (
        <PreviewPanel
          result={state.result}
          preview={state.preview}
          onImport={onImport}
          onGiveUp={onDismiss}
        />
      )}
      {state.step === "refused" && <ProblemAlert problem={state.problem} title={t("Not imported")} />}
      {state.step === "ended" && <ImportResult result={state.result} />}
    </li>
  );
}

function Step({ text }: { text: string }) {
  return (
    <Group gap="xs">
      <Loader size="xs" />
      <Text size="sm">{text}</Text>
    </Group>
  );
}

interface ReadingProps {
  name: string;
  progress: Import["progress"] | null;
  trial: boolean;
}

function Reading({ name, progress, trial }: ReadingProps) {
  const percent = percentRead(progress);
  if (percent === undefined) return <Step text={trial ? t("Looking") : t("Importing")} />;
  const rows = progress?.rows ?? 0;
  return (
    <Stack gap={6}>
      <Progress.Root size="md">
        <Progress.Section
          value={percent}
          aria-label={trial ? t("Looking: {name}", { name }) : t("Importing: {name}", { name })}
        />
      </Progress.Root>
      <Text size="sm">
        {trial
          ? t("Looking: {percent}%, {rows} rows so far", { percent, rows })
          : t("Importing: {percent}%, {rows} rows so far", { percent, rows })}
      </Text>
    </Stack>
  );
}
