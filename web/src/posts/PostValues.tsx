import { Switch } from "@mantine/core";
import { useState } from "react";
import type { PostDetail } from "../api/posts";
import { InfoPopover } from "../overview/InfoPopover";
import { t } from "../text/text";
import { DASH, formatInstant } from "../ui/format";
import { type ValueLine, valueLines } from "./values";

/** Every number with what it is worth, and where it came from behind its (i). */
export function PostValues({ detail, timeZone }: { detail: PostDetail; timeZone: string }) {
  const lines = valueLines(detail, timeZone);
  const missing = lines.filter(({ text }) => text === null).length;
  const [all, setAll] = useState(false);
  return (
    <>
      <table className="tm-one-table" data-testid="post-values">
        <thead>
          <tr>
            <th scope="col">{t("Metric")}</th>
            <th scope="col" className="tm-number">
              {t("Value")}
            </th>
            <th scope="col" className="tm-when">
              {t("Among posts like it")}
            </th>
            <th scope="col" className="tm-when">
              {t("Read |when a value was")}
            </th>
            <th scope="col">
              <span className="tm-unseen">{t("About the number")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines
            .filter(({ text }) => all || text !== null)
            .map((line) => (
              <Line key={line.key} line={line} timeZone={timeZone} />
            ))}
        </tbody>
      </table>
      {missing > 0 && (
        <Switch
          mt="sm"
          label={t("Also the {missing} without a value, and why", { missing })}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <p className="tm-note" style={{ marginTop: 10 }}>
        {t("Posts like it are those of the same account and content type, whenever they were published.")}
      </p>
    </>
  );
}

function Line({ line, timeZone }: { line: ValueLine; timeZone: string }) {
  return (
    <tr data-testid={`value-${line.key}`}>
      <th scope="row">{line.name}</th>
      <td className="tm-number">
        {line.text ?? (
          <span className="tm-note" style={{ whiteSpace: "normal" }}>
            <span aria-hidden="true">{DASH} </span>
            {line.why}
          </span>
        )}
      </td>
      <td className="tm-note tm-when">{line.rank}</td>
      <td className="tm-note tm-when">{line.at ? formatInstant(line.at, timeZone) : ""}</td>
      <td className="tm-info-cell">
        <InfoPopover about={line.name} facts={() => line.facts} />
      </td>
    </tr>
  );
}
