import { Stack } from "@mantine/core";
import { lazy } from "react";
import type { Business } from "../api/types";
import { pickFiles } from "../imports/DropArea";
import { ImportsPanel } from "../imports/ImportsPanel";

const FirstSteps = lazy(() =>
  import("../onboarding/FirstSteps").then((module) => ({ default: module.FirstSteps })),
);

interface Props {
  business: Business;
  /** Whether there are no numbers at all yet. */
  first: boolean;
}

/** Where files come in, at the end of the page, and before it what to begin with. */
export default function Imports({ business, first }: Props) {
  return (
    <div className="tm-screen-only">
      <Stack gap="lg">
        {first && <FirstSteps business={business} onImport={pickFiles} />}
        <ImportsPanel business={business} />
      </Stack>
    </div>
  );
}
