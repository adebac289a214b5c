import { Outlet } from "@tanstack/react-router";
import { Keys } from "../keys/Keys";

/** What every page stands in. */
export function Shell() {
  return (
    <>
      <Outlet />
      <Keys />
    </>
  );
}
