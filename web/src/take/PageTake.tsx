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
import { printPage, useComingToPaper } from "./paper";
import { questionText } from "./take";
import { type Taken, TakesContext, useTakes } from "./takes";

/** Takes a whole page along: all its panels in one archive, or on paper. */
export function PageTake({ title }: { title: string }) {
  const business = useContext(TakesContext)?.business;
  const all = useTakes();
  const coming = useComingToPaper();
  const panels = all.filter(({ take }) => questionText(take) !== undefined);
  const archive = useMutation({ mutationFn: (of: Business) => pageFile(of, title, panels) });
  const exported = business && panels.length > 0 ? () => archive.mutate(business) : undefined;
  useCommands({ export: exported });

  if (all.length === 0 && !coming) return null;
  return (
    <span className="tm-take">
      <span className="tm-note" role={archive.isError ? "alert" : "status"} data-testid="take-page-outcome">
        {coming ? (
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
            {t("Take this page")}
          </Button>
        }
      />
    </span>
  );
}

async function pageFile(business: Business, title: string, panels: Taken[]): Promise<void> {
  const file = await fetchFile("/analytics/export/page", {
    method: "POST",
    params: { business_id: business.business_id },
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
