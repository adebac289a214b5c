import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Problem, Suggestion, TableMapping } from "../api/types";
import { t } from "../text/text";
import { MappingDialog } from "./MappingDialog";

interface Props {
  file: string;
  suggestion: Suggestion;
  refused?: Problem;
  onMapping: (mapping: TableMapping) => void;
}

/** A table that no format knows. What was filled in outlives the dialog; after a refusal it is open again. */
export function MappingQuestion({ file, suggestion, refused, onMapping }: Props) {
  const [mapping, setMapping] = useState(suggestion.mapping);
  const [open, setOpen] = useState(refused !== undefined);
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">
        {t(
          "No export that Tidemark knows has these columns. Say once what they mean, then the file can be imported.",
        )}
      </Text>
      <Button onClick={() => setOpen(true)}>{t("Say what the columns mean")}</Button>
      {open && (
        <MappingDialog
          file={file}
          suggestion={suggestion}
          mapping={mapping}
          refused={refused}
          onChange={setMapping}
          onDone={() => onMapping(mapping)}
          onClose={() => setOpen(false)}
        />
      )}
    </Stack>
  );
}
