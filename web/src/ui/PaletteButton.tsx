import { ActionIcon } from "@mantine/core";
import { runCommand } from "../keys/commands";
import { t } from "../text/text";
import { SearchIcon } from "./icons";

export function PaletteButton() {
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={t("Search and commands")}
      aria-keyshortcuts="Control+K Meta+K"
      title={t("Search and commands (Ctrl K)")}
      onClick={() => runCommand("palette")}
    >
      <SearchIcon />
    </ActionIcon>
  );
}
