import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useContext } from "react";
import { fetchFile } from "../api/client";
import type { Business } from "../api/types";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { TakeIcon } from "../ui/icons";
import { MenuButton } from "../ui/openers";
import { saveFile } from "./deliver";
import { fileName } from "./fileName";
import { onceMade, printPage, useWaiting } from "./paper";
import { questionText } from "./take";
import { type Taken, type Takes, TakesContext, useTakes } from "./takes";

/** Takes a whole page along: all its panels in one archive, or on paper. */
export function PageTake({ title }: { title: string }) {
  const takes = useContext(TakesContext);
  const all = useTakes();
  const waiting = useWaiting();
  const archive = useMutation({
    mutationFn: async (of: Takes) => pageFile(of.business, title, await allPanels(of)),
  });
  const exported = takes && all.length > 0 ? () => archive.mutate(takes) : undefined;
  useCommands({ export: exported });

  if (all.length === 0 && !waiting) return null;
  return (
    <span className="tm-take">
      <span className="tm-note" role={archive.isError ? "alert" : "status"} data-testid="take-page-outcome">
        {waiting ? (
          t("Waiting until all of the page is there.")
        ) : archive.isError ? (
          <ErrorText error={archive.error} />
        ) : archive.isSuccess ? (
          t("Saved.")
        ) : (
          ""
        )}
      </span>
      <MenuButton
        width={240}
        onOpen={archive.reset}
        entries={[
          ...(exported ? [{ name: t("All panels, zip"), do: exported }] : []),
          { name: t("Print, or save as PDF"), do: printPage },
        ]}
        button={
          <Button
            variant="default"
            size="xs"
            leftSection={<TakeIcon />}
            loading={archive.isPending}
            data-testid="take-page"
          >
            {t("Export page")}
          </Button>
        }
      />
    </span>
  );
}

/** All that the page has, also what is made only when the reader comes near. */
function allPanels(takes: Takes): Promise<Taken[]> {
  return new Promise((found) => onceMade(() => found(takes.all())));
}

/** @param business undefined where the page is of all of them */
async function pageFile(business: Business | undefined, title: string, panels: Taken[]): Promise<void> {
  const file = await fetchFile("/analytics/export/page", {
    method: "POST",
    params: { business_id: business?.business_id },
    json: {
      title,
      panels: panels.map(({ title: panel, take }) => ({
        title: panel,
        question: questionText(take),
        parts: take.parts ?? [],
      })),
    },
  });
  saveFile(file, fileName(business, title, panels.find(({ take }) => take.period)?.take.period, "zip"));
}
