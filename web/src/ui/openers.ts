import { whenWanted } from "./whenWanted";

/** A button that opens a menu. */
export const MenuButton = whenWanted("menu", () => import("./OpenedMenu"));

/** A button that opens a small window of its own beside it. */
export const PopoverButton = whenWanted("dialog", () => import("./OpenedPopover"));
