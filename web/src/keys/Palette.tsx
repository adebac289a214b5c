import { Combobox, Kbd, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Dialog } from "../ui/Dialog";
import { grouped, matching } from "./items";
import { usePaletteItems } from "./usePaletteItems";

const REST_MS = 250;
const LONGEST = 200;

/** Without words, what is offered first: the rest is found by typing. */
const AT_FIRST = ["Pages", "Saved views", "Commands"];

/** Finds pages, accounts, posts, metrics and what can be done, and leads there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [rested] = useDebouncedValue(query, REST_MS);
  const { items, posts } = usePaletteItems(rested);
  const typed = query.trim() !== "";
  const shown = typed
    ? [...matching(items, query), ...posts]
    : matching(items, "").filter(({ group }) => AT_FIRST.includes(group));
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
    <Dialog title="Search and commands" size="lg" onClose={onClose}>
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
            aria-label="Pages, accounts, posts, metrics, commands"
            placeholder="Pages, accounts, posts, metrics, commands"
            data-autofocus
            value={query}
            maxLength={LONGEST}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <span role="status" className="tm-unseen">
          {typed && shown[0] && `${shown.length} found. Enter opens ${shown[0].name}.`}
        </span>
        <Combobox.Options className="tm-palette" aria-label="Found" data-testid="palette-found">
          {grouped(shown).map(({ group, items: ofGroup }) => (
            <Combobox.Group key={group} label={group}>
              {ofGroup.map(({ id, name, keys }) => (
                <Combobox.Option key={id} value={id} className="tm-palette-item">
                  <span className="tm-break">{name}</span>
                  {keys && <Kbd aria-hidden="true">{keys === "Escape" ? "Esc" : keys}</Kbd>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {shown.length === 0 && <Combobox.Empty>Nothing has these words.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
    </Dialog>
  );
}
