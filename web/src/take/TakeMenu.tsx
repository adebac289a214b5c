import { ActionIcon } from "@mantine/core";
import { useContext, useState } from "react";
import { useVisit } from "../share/visit";
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

type Outcome = { text: string; failed: boolean };

/** What makes files and tables is fetched when it is first wanted. */
const files = () => import("./files");

/** All ways in which a panel can be taken away. */
export function TakeMenu({ title, take }: Props) {
  const business = useContext(TakesContext)?.business;
  const visit = useVisit();
  const [outcome, setOutcome] = useState<Outcome>();
  const name = (ending: string) => fileName(business, title, take.period, ending);

  const doing = async (work: () => Promise<void>, done: string) => {
    setOutcome(undefined);
    try {
      await work();
      setOutcome({ text: done, failed: false });
    } catch (problem) {
      setOutcome({ text: problem instanceof Error ? problem.message : String(problem), failed: true });
    }
  };
  const data = (format: "csv" | "json") => () =>
    doing(async () => saveFile(await (await files()).dataFile(title, take, format), name(format)), "Saved.");
  const picture = (format: "svg" | "png") => () =>
    doing(
      async () => saveFile(await (await files()).pictureFile(title, take, business, format), name(format)),
      "Saved.",
    );
  const table = () =>
    doing(
      () =>
        copy(
          files().then((made) => made.tableText(title, take)),
          true,
        ),
      "Table copied.",
    );
  const curl = () =>
    doing(
      () => copy(Promise.resolve({ text: curlText(window.location.origin, take.question) }), false),
      "Call copied.",
    );

  // Links show a page; what is taken away needs an account.
  if (visit) return null;
  return (
    <span className="tm-take">
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
          { name: "Copy as table", do: table },
          { name: "Copy as curl", do: curl },
          ...(take.picture
            ? [
                { name: "Picture, SVG", do: picture("svg") },
                { name: "Picture, PNG", do: picture("png") },
              ]
            : []),
        ]}
        button={
          <ActionIcon variant="subtle" color="gray" aria-label={`Take away: ${title}`} data-testid="take">
            <TakeIcon />
          </ActionIcon>
        }
      />
    </span>
  );
}
