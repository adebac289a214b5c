import { ActionIcon } from "@mantine/core";
import { type ReactNode, useContext, useRef, useState } from "react";
import { address } from "../api/client";
import { useVisit } from "../share/visit";
import { t } from "../text/text";
import { errorInWords } from "../ui/ErrorText";
import { TakeIcon } from "../ui/icons";
import { MenuButton } from "../ui/openers";
import { curlText } from "./curl";
import { copy, saveFile } from "./deliver";
import { fileName } from "./fileName";
import type { Take } from "./take";
import { TakesContext } from "./takes";

interface Props {
  title: string;
  take: Take;
}

type Outcome = { text: ReactNode; failed: boolean };

/** What makes files and tables is fetched when it is first wanted. */
const files = () => import("./files");

/** All ways in which a panel can be taken away. */
export function TakeMenu({ title, take }: Props) {
  const business = useContext(TakesContext)?.business;
  const visit = useVisit();
  const menu = useRef<HTMLSpanElement>(null);
  const [outcome, setOutcome] = useState<Outcome>();
  const name = (ending: string) => fileName(business, title, take.period, ending);

  const doing = async (work: () => Promise<void>, done: string) => {
    setOutcome(undefined);
    try {
      await work();
      setOutcome({ text: done, failed: false });
    } catch (problem) {
      setOutcome({ text: problem instanceof Error ? errorInWords(problem) : String(problem), failed: true });
    }
  };
  const data = (format: "csv" | "json") => () =>
    doing(async () => saveFile(await (await files()).dataFile(take, format), name(format)), t("Saved."));
  const picture = (format: "svg" | "png") => () =>
    doing(async () => {
      if (!menu.current) return;
      saveFile(await (await files()).pictureFile(title, take, menu.current, business, format), name(format));
    }, t("Saved."));
  const table = () =>
    doing(
      () =>
        copy(
          files().then((made) => made.tableText(take)),
          true,
        ),
      t("Table copied."),
    );
  const curl = () =>
    doing(
      () => copy(Promise.resolve({ text: curlText(window.location.origin, take.question) }), false),
      t("Call copied."),
    );

  // Links show a page; what is taken away needs an account.
  if (visit) return null;
  return (
    <span className="tm-take" ref={menu}>
      <span className="tm-note" role={outcome?.failed ? "alert" : "status"} data-testid="take-outcome">
        {outcome?.text}
      </span>
      <MenuButton
        width={220}
        onOpen={() => setOutcome(undefined)}
        entries={[
          ...(take.note ? [{ words: take.note }] : []),
          { name: "CSV", do: data("csv") },
          { name: "JSON", do: data("json") },
          { name: t("Copy as table"), do: table },
          { name: t("Copy as curl"), do: curl },
          {
            name: t("Open the answer in a new tab"),
            leads: address(take.question.path, take.question.params),
          },
          { name: t("Picture, SVG"), do: picture("svg") },
          { name: t("Picture, PNG"), do: picture("png") },
        ]}
        button={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("Export: {title}", { title })}
            data-testid="take"
          >
            <TakeIcon />
          </ActionIcon>
        }
      />
    </span>
  );
}
