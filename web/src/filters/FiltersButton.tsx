import { Button } from "@mantine/core";
import { rich, t } from "../text/text";
import { chosenCount, type Narrowing } from "./narrowing";
import { useView } from "./useView";

interface Props {
  narrows: readonly Narrowing[];
  onOpen: () => void;
}

/** Opens all filters, and says how many narrow what is shown. */
export function FiltersButton({ narrows, onOpen }: Props) {
  const [view] = useView();
  const chosen = chosenCount(view, narrows);
  return (
    <Button
      variant="default"
      px="sm"
      className="tm-fb-open"
      aria-haspopup="dialog"
      onClick={(event) => {
        // Safari gives it no focus when it is pressed, to which it could come back.
        event.currentTarget.focus();
        onOpen();
      }}
    >
      <span>
        {chosen > 0
          ? rich("Filters ({chosen}<word> chosen</word>)", {
              chosen,
              word: (inner) => <span className="tm-fb-word">{inner}</span>,
            })
          : t("Filters")}
      </span>
    </Button>
  );
}
