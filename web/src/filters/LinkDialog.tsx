import { TextInput } from "@mantine/core";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";

/** The address of what is shown, where the browser does not let pages copy it. */
export default function LinkDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t("The link to this view")} onClose={onClose}>
      <TextInput
        label={t("Your browser does not let pages copy here. Copy it yourself")}
        readOnly
        data-autofocus
        value={window.location.href}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
