import { Badge, Button, Group, Text, VisuallyHidden } from "@mantine/core";
import type { Finding } from "../api/insights";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { WhyLink } from "../overview/WhyLink";
import { spoken, spokenText } from "../text/said";
import { t } from "../text/text";
import { formatInstant } from "../ui/format";
import { PlatformLabel } from "../ui/PlatformLabel";
import { kindName, kindOf, unitOf } from "./words";

interface Props {
  finding: Finding;
  timeZone: string;
  /** Not there where findings cannot be put away. */
  onDismiss?: () => void;
  onRestore?: () => void;
  waiting?: boolean;
}

/** A finding in words, with what it rests on. */
export function FindingItem({ finding, timeZone, onDismiss, onRestore, waiting }: Props) {
  const { state, dismissed, account } = finding;
  const title = spokenText(finding.title, finding.title_said);
  const undecided = finding.evidence.status === "not_enough_data";
  return (
    <li className="tm-finding" data-testid={`finding-${finding.id}`} data-state={state ?? "unkept"}>
      <div className="tm-finding-head">
        <Text component="h3" fw={600} size="md" className="tm-break">
          {spoken(finding.title, finding.title_said)}
        </Text>
        <EvidenceInfo
          evidence={finding.evidence}
          about={title}
          unit={unitOf(finding.type)}
          timeZone={timeZone}
        />
      </div>
      <Text size="sm" className="tm-break">
        {spoken(finding.text, finding.text_said)}
      </Text>
      <Group gap="xs" mt={6}>
        <Badge variant="default" size="sm" tt="none" fw={500}>
          {kindName(kindOf(finding))}
        </Badge>
        {undecided && (
          <Badge variant="default" size="sm" tt="none" fw={500}>
            {t("Undecided")}
          </Badge>
        )}
        {account && (
          <span className="tm-note">
            <PlatformLabel platform={account.platform} /> {account.name}
          </span>
        )}
        {finding.type === "change" && finding.metric && <WhyLink name={finding.metric} />}
        <span className="tm-note">{since(finding, timeZone)}</span>
        {dismissed ? (
          <>
            <span className="tm-note">
              {t("Put away by {by}, {time}", {
                by: dismissed.by,
                time: formatInstant(dismissed.at, timeZone),
              })}
            </span>
            {onRestore && (
              <Button size="compact-xs" variant="default" onClick={onRestore} loading={waiting}>
                {t("Show again")}
                <VisuallyHidden>: {title}</VisuallyHidden>
              </Button>
            )}
          </>
        ) : (
          onDismiss && (
            <Button size="compact-xs" variant="default" onClick={onDismiss} loading={waiting}>
              {t("Dismiss")}
              <VisuallyHidden>: {title}</VisuallyHidden>
            </Button>
          )
        )}
      </Group>
    </li>
  );
}

function since({ opened_at, changed_at }: Finding, timeZone: string): string {
  if (!opened_at || !changed_at) return "";
  const opened = t("Since {time}", { time: formatInstant(opened_at, timeZone) });
  return changed_at === opened_at
    ? opened
    : t("{opened}, changed {time}", { opened, time: formatInstant(changed_at, timeZone) });
}
