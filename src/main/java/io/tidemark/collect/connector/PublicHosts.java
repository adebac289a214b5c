package io.tidemark.collect.connector;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Tells addresses of the internet from those of the networks that this program stands in: what platforms and people
/// name must not lead it to its neighbours.
public final class PublicHosts {
    private static final int BYTE = 0xff;

    private PublicHosts() {}

    /// Whether all that a host's name stands for is public. The platform of Java keeps what it has looked up for some
    /// seconds, so that the call which follows goes to what was looked at here.
    public static boolean arePublic(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!isPublic(address)) {
                return false;
            }
        }
        return true;
    }

    public static boolean isPublic(InetAddress address) {
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        return !local && (address instanceof Inet6Address ? isGlobal6(first, second) : isGlobal4(first, second));
    }

    /// Not of this network, of a provider's inside, of protocols and tests, or reserved.
    private static boolean isGlobal4(int first, int second) {
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /// Of 2000::/3, which is all that is given out, without what wraps addresses of the fourth version (2002::/16).
    private static boolean isGlobal6(int first, int second) {
        return first >> 5 == 1 && !(first == 0x20 && second == 0x02);
    }
}
