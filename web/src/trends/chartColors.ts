import type { ChartColors } from "./chartOption";

export const LIGHT: ChartColors = {
  line: "#0b6a8d",
  text: "#52606b",
  grid: "#d7dfe5",
  surface: "#ffffff",
  usual: "#dcebf1",
  forecast: "#eceef0",
  mark: "#a3471a",
  before: "#7a8791",
  mean: "#7b3f8c",
};

export const DARK: ChartColors = {
  line: "#70b6cf",
  text: "#a9b5be",
  grid: "#3a444c",
  surface: "#263037",
  usual: "#2e4652",
  forecast: "#39434a",
  mark: "#f0a878",
  before: "#8d99a3",
  mean: "#d9a7e8",
};
