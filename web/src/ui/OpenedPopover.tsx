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
  /** What is to stay in sight below the button. */
  clearOf?: (button: Element) => Element | null | undefined;
  children: ReactNode;
}

const GAP = 8;

/** How far what is to stay in sight reaches below the button. */
function reach(button: Element | null, clearOf: Props["clearOf"]): number {
  const other = button && clearOf?.(button);
  if (!button || !other) return 0;
  return Math.max(0, other.getBoundingClientRect().bottom - button.getBoundingClientRect().bottom);
}

/** Opens with mouse, touch or key, and closes with Escape. */
export default function OpenedPopover({
  button,
  label,
  width,
  at = "end",
  className,
  clearOf,
  children,
}: Props) {
  const { open, setOpen, target } = useOpening();
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={width}
      position={`bottom-${at}`}
      offset={GAP + reach(target.current, clearOf)}
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
