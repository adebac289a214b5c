import { ActionIcon, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, Suspense, use, useState } from "react";
import { METHODS } from "../auth/returnTo";
import { t } from "../text/text";
import { InfoIcon } from "../ui/icons";
import { PopoverButton } from "../ui/openers";

type Lines = [string, ReactNode][];

/** Found out when it is opened: a page has dozens. What finds it out may have to be fetched first. */
export type Behind = () => Lines | Promise<Lines>;

/** The section of the methods about numbers that platforms show themselves. */
const OTHER_NUMBERS = "why-a-platform-s-own-page-may-say-another-number";

interface Props {
  about: string;
  facts: Behind;
  /** Whether it ends with the way to how everything is counted, where no line of it has one. */
  methods?: boolean;
}

/** Where a number comes from. Opens with mouse, touch or key and closes with Escape. */
export function InfoPopover({ about, facts, methods = true }: Props) {
  return (
    <PopoverButton
      label={t("About {about}", { about })}
      width={340}
      clearOf={numberOf}
      button={
        <ActionIcon
          className="tm-info"
          variant="subtle"
          color="gray"
          aria-label={t("About {about}", { about })}
          data-testid="card-info"
        >
          <InfoIcon />
        </ActionIcon>
      }
    >
      <Text fw={600} size="sm" mb={6}>
        {about}
      </Text>
      <FactList facts={facts} />
      {methods && (
        <Text size="sm" mt={8}>
          <Link to={METHODS} className="tm-link">
            {t("How numbers are counted")}
          </Link>
          {" · "}
          <Link to={METHODS} hash={OTHER_NUMBERS} className="tm-link">
            {t("Why a platform may say another")}
          </Link>
        </Text>
      )}
    </PopoverButton>
  );
}

/** The number of a card stands below its title and the (i). */
function numberOf(button: Element): Element | null | undefined {
  return button.closest(".tm-card")?.querySelector(".tm-card-value");
}

function FactList({ facts }: Pick<Props, "facts">) {
  // Kept by what does not wait for it: what waits is made anew when it has come.
  const [found] = useState(facts);
  return found instanceof Promise ? (
    <Suspense>
      <Coming lines={found} />
    </Suspense>
  ) : (
    <Lined lines={found} />
  );
}

function Coming({ lines }: { lines: Promise<Lines> }) {
  return <Lined lines={use(lines)} />;
}

function Lined({ lines }: { lines: Lines }) {
  return (
    <dl className="tm-facts">
      {lines.map(([term, text]) => (
        <div key={term} style={{ display: "contents" }}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
