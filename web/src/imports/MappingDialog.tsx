import { Alert, Button, Stack, Text } from "@mantine/core";
import type { FormEvent } from "react";
import type { Problem, Suggestion, TableMapping } from "../api/types";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { joinWords } from "../ui/format";
import { faultOf } from "./faults";
import { MappingColumns } from "./MappingColumns";
import { MappingFields } from "./MappingFields";
import { stillOpen } from "./mapping";

interface Props {
  file: string;
  suggestion: Suggestion;
  mapping: TableMapping;
  /** What the server has against the mapping as it was tried. */
  refused?: Problem;
  onChange: (mapping: TableMapping) => void;
  onDone: () => void;
  onClose: () => void;
}

/** The dialog moves the focus to a refused field without scrolling to it. */
function showFault(form: HTMLFormElement | null) {
  form?.querySelector("[aria-invalid='true'], [role='alert']")?.scrollIntoView({ block: "center" });
}

/** What the columns of a table mean. What the server refuses is shown beside the field that it is about. */
export function MappingDialog({ file, suggestion, mapping, refused, onChange, onDone, onClose }: Props) {
  const open = stillOpen(mapping, suggestion);
  const fault = refused && faultOf(refused);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open.length === 0) onDone();
  };
  return (
    <Dialog title={t("What the columns of {file} mean", { file })} size="880px" onClose={onClose}>
      <form ref={showFault} onSubmit={submit} data-testid="mapping-form">
        <Stack gap="md">
          <Text size="sm">
            {t(
              "The fields are filled in as far as the file tells. Once it is imported, tables with the same columns are read by themselves; a saved mapping of the same name is replaced.",
            )}
          </Text>
          {fault?.at === "mapping" && (
            <Alert color="red" data-testid="mapping-refused">
              {fault.text}
            </Alert>
          )}
          <MappingFields
            mapping={mapping}
            fault={fault}
            onChange={(part) => onChange({ ...mapping, ...part })}
          />
          {fault?.at === "columns" && (
            <Alert color="red" data-testid="mapping-refused">
              {fault.text}
            </Alert>
          )}
          <MappingColumns suggestion={suggestion} mapping={mapping} fault={fault} onChange={onChange} />
        </Stack>
        <div className="tm-dialog-foot">
          <Button type="submit" disabled={open.length > 0}>
            {t("Look at the numbers")}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {open.length > 0 && t("Still to be said: {list}.", { list: joinWords(open) })}
          </Text>
        </div>
      </form>
    </Dialog>
  );
}
