import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useCommands } from "../keys/useCommands";
import { Dialog } from "../ui/Dialog";

/** Hands over the address of what is shown. */
export function CopyLink() {
  const [state, setState] = useState<"idle" | "copied" | "by_hand">("idle");
  const copy = () =>
    copied(window.location.href).then((done) => {
      setState(done ? "copied" : "by_hand");
    });
  useCommands({ copy_link: () => void copy() });
  return (
    <>
      <Button variant="default" size="xs" onClick={() => void copy()} onBlur={() => setState("idle")}>
        {state === "copied" ? "Link copied" : "Copy link"}
      </Button>
      <span role="status" className="tm-unseen">
        {state === "copied" ? "The link to this view was copied." : ""}
      </span>
      {state === "by_hand" && (
        <Dialog title="The link to this view" onClose={() => setState("idle")}>
          <TextInput
            label="Your browser does not let pages copy here. Copy it yourself"
            readOnly
            data-autofocus
            value={window.location.href}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      )}
    </>
  );
}

/** Whether the browser let us: over plain HTTP on another machine there is no clipboard. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
