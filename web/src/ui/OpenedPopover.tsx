import { Popover } from "@mantine/core";
import { cloneElement, type ReactNode } from "react";
import { useOpening } from "./useOpening";
import type { OpeningButton } from "./whenWanted";

interface Props {
  button: OpeningButton;
  /** Names what opens. */
  label: string;
  width?: number;
  /** At which end of the button it opens. */
  at?: "start" | "end";
  className?: string;
  children: ReactNode;
}

/** Opens with mouse, touch or key, and closes with Escape. */
export default function OpenedPopover({ button, label, width, at = "end", className, children }: Props) {
  const { open, setOpen, target } = useOpening();
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={width}
      position={`bottom-${at}`}
      shadow="md"
      trapFocus
      returnFocus
      withArrow={at === "end"}
    >
      <Popover.Target>{cloneElement(button, { ref: target, onClick: () => setOpen(!open) })}</Popover.Target>
      <Popover.Dropdown aria-label={label} tabIndex={-1} className={className}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
