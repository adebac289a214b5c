package io.tidemark.frame;

import java.util.Arrays;

/// The rows of each account in the order of their days, so that what holds for an account is looked up once and not for
/// each of its days.
final class AccountRows {
    private static final int[] NONE = new int[0];

    private final int[] days;
    private final int[][] rows;

    /// @param days epoch days, ascending
    AccountRows(int[] accounts, int[] days) {
        this.days = days;
        int[] sizes = new int[Arrays.stream(accounts).max().orElse(-1) + 1];
        for (int account : accounts) {
            sizes[account]++;
        }
        rows = new int[sizes.length][];
        for (int account = 0; account < sizes.length; account++) {
            rows[account] = new int[sizes[account]];
        }
        Arrays.fill(sizes, 0);
        for (int row = 0; row < accounts.length; row++) {
            int account = accounts[row];
            rows[account][sizes[account]++] = row;
        }
    }

    DayFrame.Run run(int account, int firstDay, int endDay) {
        int[] all = account < rows.length ? rows[account] : NONE;
        return new DayFrame.Run(all, place(all, firstDay), place(all, endDay));
    }

    /// The place of the first row of a day on or after an epoch day.
    private int place(int[] all, int epochDay) {
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[all[middle]] < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
