import { Combobox, Kbd, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { msg, t, tell } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { grouped, matching } from "./items";
import { usePaletteItems } from "./usePaletteItems";

const REST_MS = 250;
const LONGEST = 200;

/** Without words, what is offered first: the rest is found by typing. */
const AT_FIRST = [msg("Pages"), msg("Saved views"), msg("Commands")];

/** Finds pages, accounts, posts, metrics and what can be done, and leads there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [rested] = useDebouncedValue(query, REST_MS);
  const { items, posts } = usePaletteItems(rested);
  const typed = query.trim() !== "";
  const shown = typed
    ? [...matching(items, query), ...posts]
    : matching(items, "").filter(({ group }) => AT_FIRST.map(tell).includes(group));
  // Always open: what would close the list closes the palette.
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });

  // The best match is one Enter away, also when posts come in later.
  const first = shown[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is another object each time
  useEffect(() => {
    if (typed && first) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [typed, first, query]);

  return (
    <Dialog title={t("Search and commands")} size="lg" onClose={onClose}>
      <Combobox
        store={combobox}
        withinPortal={false}
        onOptionSubmit={(id) => {
          onClose();
          shown.find((one) => one.id === id)?.run();
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            className="tm-palette-input"
            aria-label={t("Pages, accounts, posts, metrics, commands")}
            placeholder={t("Pages, accounts, posts, metrics, commands")}
            data-autofocus
            value={query}
            maxLength={LONGEST}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <span role="status" className="tm-unseen">
          {typed &&
            shown[0] &&
            t("{count} found. Enter opens {name}.", { count: shown.length, name: shown[0].name })}
        </span>
        <Combobox.Options className="tm-palette" aria-label={t("Found")} data-testid="palette-found">
          {grouped(shown).map(({ group, items: ofGroup }) => (
            <Combobox.Group key={group} label={group}>
              {ofGroup.map(({ id, name, keys }) => (
                <Combobox.Option key={id} value={id} className="tm-palette-item">
                  <span className="tm-break">{name}</span>
                  {keys && <Kbd aria-hidden="true">{keys === "Escape" ? t("Esc") : keys}</Kbd>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t("Nothing has these words.")}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
    </Dialog>
  );
}
