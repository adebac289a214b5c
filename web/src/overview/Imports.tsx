import { Stack } from "@mantine/core";
import { lazy } from "react";
import type { Business } from "../api/types";
import { pickFiles } from "../imports/DropArea";
import { ImportsPanel } from "../imports/ImportsPanel";
import { t } from "../text/text";

const FirstSteps = lazy(() =>
  import("../onboarding/FirstSteps").then((module) => ({ default: module.FirstSteps })),
);

interface Props {
  business: Business;
  /** Whether there are no numbers at all yet. */
  first: boolean;
}

/** How a business comes to its first numbers: what to begin with, and where files come in. */
export default function Imports({ business, first }: Props) {
  return (
    <div className="tm-screen-only">
      <Stack gap="lg">
        {first && <FirstSteps business={business} onImport={pickFiles} />}
        <ImportsPanel business={business} title={t("Imports")} />
      </Stack>
    </div>
  );
}
