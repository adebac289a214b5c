import { Menu } from "@mantine/core";
import { cloneElement, useEffect, useRef } from "react";
import { ErrorText } from "./ErrorText";
import { useOpening } from "./useOpening";
import type { OpeningButton } from "./whenWanted";

/**
 * A line of a menu: something to do, an address that opens beside the page, words (and why something failed), or a line
 * between others.
 */
export type MenuEntry =
  | {
      do: () => void;
      name: string;
      key?: string | number;
      lang?: string;
      disabled?: boolean;
      stays?: boolean;
    }
  | { leads: string; name: string }
  | { words: string; failed?: Error; alarming?: boolean }
  | "line";

interface Props {
  button: OpeningButton;
  width: number;
  entries: MenuEntry[];
  /** Whenever it opens. */
  onOpen?: () => void;
}

export default function OpenedMenu({ button, width, entries, onOpen }: Props) {
  const { open, setOpen, target } = useOpening();
  const opened = useRef(onOpen);
  opened.current = onOpen;
  useEffect(() => {
    if (open) opened.current?.();
  }, [open]);
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-end" shadow="md" width={width}>
      <Menu.Target>{cloneElement(button, { ref: target })}</Menu.Target>
      <Menu.Dropdown className="tm-menu">
        {entries.map((entry) =>
          entry === "line" ? (
            <Menu.Divider key="line" />
          ) : "words" in entry ? (
            <Menu.Label key={entry.words} className="tm-break" role={entry.alarming ? "alert" : undefined}>
              {entry.words}
              {entry.failed && <ErrorText error={entry.failed} />}
            </Menu.Label>
          ) : "leads" in entry ? (
            <Menu.Item
              key={entry.name}
              className="tm-break"
              component="a"
              href={entry.leads}
              target="_blank"
              rel="noreferrer"
            >
              {entry.name}
            </Menu.Item>
          ) : (
            <Menu.Item
              key={entry.key ?? entry.name}
              className="tm-break"
              lang={entry.lang}
              onClick={entry.do}
              disabled={entry.disabled}
              closeMenuOnClick={!entry.stays}
            >
              {entry.name}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
