import { Button, CloseButton } from "@mantine/core";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";
import type { Choice } from "./ChoiceFilter";
import { chosenCount, type Narrowing, without, withoutNarrowing } from "./narrowing";
import { useView } from "./useView";

interface Props {
  narrows: readonly Narrowing[];
  choices: Record<Narrowing, Choice[]>;
}

/** What the numbers are narrowed to, each with a way out, and one out of all. */
export function ChosenFilters({ narrows, choices }: Props) {
  const [view, change] = useView();
  const chosen = chosenCount(view, narrows) > 0;
  useCommands({ clear: chosen ? () => change(withoutNarrowing) : undefined });
  if (!chosen) return null;
  return (
    <section className="tm-fb-chosen" aria-label={t("Narrowed to")} data-testid="chosen-filters">
      <span className="tm-note">{t("Narrowed to")}</span>
      {narrows.flatMap((narrowing) =>
        (view[narrowing] ?? []).map(String).map((value) => {
          const name = choices[narrowing].find((one) => one.value === value)?.name ?? value;
          return (
            <span key={`${narrowing}-${value}`} className="tm-fb-chip">
              {name}
              <CloseButton
                size="sm"
                aria-label={t("Not only {name}", { name })}
                onClick={() => change((now) => without(now, narrowing, value))}
              />
            </span>
          );
        }),
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => change(withoutNarrowing)}>
        {t("Clear")}
      </Button>
    </section>
  );
}
