/** Where something stands in the window, as far as the height matters. */
export type Extent = Pick<DOMRect, "top" | "bottom">;

/** Whether a bar at the top of the window hides something, or a part of it. What is scrolled away above is not in its way. */
export function isCovered({ top, bottom }: Extent, barBottom: number): boolean {
  return bottom > 0 && top < barBottom;
}
