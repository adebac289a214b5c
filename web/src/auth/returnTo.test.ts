import { expect, it } from "vitest";
import { HOME, returnTo } from "./returnTo";

it("goes back to the page with its whole view", () => {
  expect(returnTo("/dashboard/analytics?business=1&range=all")).toBe(
    "/dashboard/analytics?business=1&range=all",
  );
});

it.each([
  undefined,
  "",
  "https://elsewhere.example/",
  "//elsewhere.example/dashboard/",
  "/dashboard/\\elsewhere.example",
  "/dashboard/sign-in?next=/dashboard/sign-in",
  42,
])("does not follow %j", (next) => {
  expect(returnTo(next)).toBe(HOME);
});
