import { createTheme, type MantineColorsTuple } from "@mantine/core";

const tide: MantineColorsTuple = [
  "#e6f5f9",
  "#d0e7ef",
  "#a2cfdf",
  "#70b6cf",
  "#4aa1c1",
  "#3194b9",
  "#1d85ab",
  "#0b6a8d",
  "#0b5a78",
  "#0b4f6c",
];

/** Greys of the dark theme with a little blue in them, so that menus and panels belong together. */
const dark: MantineColorsTuple = [
  "#d5dce1",
  "#b4bfc7",
  "#8c99a3",
  "#6b7881",
  "#3a444c",
  "#333d44",
  "#263037",
  "#1d2429",
  "#171d21",
  "#12171a",
];

export const theme = createTheme({
  primaryColor: "tide",
  primaryShade: 7,
  colors: { tide, dark },
  defaultRadius: "md",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  headings: { fontWeight: "600" },
  respectReducedMotion: true,
  cursorType: "pointer",
});
