import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";

const LinkDialog = lazy(() => import("./LinkDialog"));

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
        {state === "copied" ? t("Link copied") : t("Copy link")}
      </Button>
      <span role="status" className="tm-unseen">
        {state === "copied" ? t("The link to this view was copied.") : ""}
      </span>
      <Suspense fallback={null}>
        {state === "by_hand" && <LinkDialog onClose={() => setState("idle")} />}
      </Suspense>
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
