import { Skeleton } from "@mantine/core";
import { t } from "../text/text";
import { type ColumnKey, columnName, columnWidth, isNumber, POST_WIDTH, tableWidth } from "./columns";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The table as it will stand, before there is anything in it. */
export function PostsSkeleton({ columns, phone }: { columns: ColumnKey[]; phone: boolean }) {
  if (phone) {
    return (
      <div role="status" aria-label={t("Loading the posts")}>
        {ROWS.slice(0, 3).map((row) => (
          <Skeleton key={row} height={268} mb={12} radius="md" />
        ))}
      </div>
    );
  }
  return (
    <div className="tm-posts-scroll" role="status" aria-label={t("Loading the posts")}>
      <table className="tm-posts-table" style={{ minWidth: tableWidth(columns) }} aria-hidden="true">
        <colgroup>
          <col style={{ width: POST_WIDTH }} />
          {columns.map((key) => (
            <col key={key} style={{ width: columnWidth(key) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>{t("Post")}</th>
            {columns.map((key) => (
              <th key={key} className={isNumber(key) ? "tm-number" : undefined}>
                {columnName(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <td>
                <div className="tm-posts-name">
                  <Skeleton width={56} height={56} radius="md" />
                  <Skeleton height={14} />
                </div>
              </td>
              {columns.map((key) => (
                <td key={key}>
                  <Skeleton height={14} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
