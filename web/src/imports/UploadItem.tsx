import { CloseButton, Group, Loader, Progress, Stack, Text } from "@mantine/core";
import type { Import } from "../api/types";
import { formatCount } from "../ui/format";
import { AccountQuestion } from "./AccountQuestion";
import { ImportResult } from "./ImportResult";
import { ProblemAlert } from "./ProblemAlert";
import type { Upload } from "./uploads";
import { percentRead } from "./words";

interface Props {
  upload: Upload;
  onAccount: (account: string) => void;
  onDismiss: () => void;
}

export function UploadItem({ upload, onAccount, onDismiss }: Props) {
  const { file, state } = upload;
  const moving = state.step === "waiting" || state.step === "sending" || state.step === "reading";
  return (
    <li className="tm-panel" data-testid="upload" data-step={state.step}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text fw={600} className="tm-break">
          {file.name}
        </Text>
        {!moving && <CloseButton aria-label={`Close the result of ${file.name}`} onClick={onDismiss} />}
      </Group>
      {state.step === "waiting" && <Step text="Waiting for the file before it" />}
      {state.step === "sending" && <Step text="Sending" />}
      {state.step === "reading" && <Reading name={file.name} progress={state.progress} />}
      {state.step === "account_needed" && <AccountQuestion problem={state.problem} onAccount={onAccount} />}
      {state.step === "refused" && <ProblemAlert problem={state.problem} title="Not imported" />}
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

function Reading({ name, progress }: { name: string; progress: Import["progress"] }) {
  const percent = percentRead(progress);
  if (percent === undefined) return <Step text="Reading" />;
  return (
    <Stack gap={6}>
      <Progress.Root size="md">
        <Progress.Section value={percent} aria-label={`Reading ${name}`} />
      </Progress.Root>
      <Text size="sm">
        Reading: {formatCount(percent)}%, {formatCount(progress?.rows ?? 0)} rows so far
      </Text>
    </Stack>
  );
}
