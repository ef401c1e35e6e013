package ridscope.config.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.config.LinkSpeed;

/** How a number reads. The name in a layout file is the lower-case name with {@code -} for {@code _}. */
enum Format {
    /** One bit: yes or no; more: hex. */
    DEFAULT {
        @Override
        String text(long raw, int low, int high) {
            if (low == high) {
                return raw == 0 ? "no" : "yes";
            }
            return HEX.text(raw, low, high);
        }
    },
    /** Hex with prefix, as many digits as the field has. */
    HEX {
        @Override
        String text(long raw, int low, int high) {
            return String.format("0x%0" + (high - low + 4) / 4 + "x", raw);
        }
    },
    /** Unsigned decimal. */
    DECIMAL {
        @Override
        String text(long raw, int low, int high) {
            return Long.toUnsignedString(raw);
        }
    },
    /** Decimal of a number in two's complement. */
    SIGNED {
        @Override
        String text(long raw, int low, int high) {
            int unused = 63 - (high - low);
            return Long.toString(raw << unused >> unused);
        }
    },
    /** Decimal of one more: a count stored as N − 1. */
    PLUS_ONE {
        @Override
        String text(long raw, int low, int high) {
            return Long.toUnsignedString(raw + 1);
        }
    },
    /** 2 to the power of the value, in decimal. */
    POWER_OF_TWO {
        @Override
        String text(long raw, int low, int high) {
            return raw < 63 ? String.valueOf(1L << raw) : "reserved";
        }
    },
    /** Two hex digits without prefix, as bus numbers are written. */
    BUS {
        @Override
        String text(long raw, int low, int high) {
            return String.format("%02x", raw);
        }
    },
    /** Four hex digits without prefix, as vendor and device IDs are written. */
    ID {
        @Override
        String text(long raw, int low, int high) {
            return String.format("%04x", raw);
        }
    },
    /** A Routing ID as bus:device.function. */
    RID {
        @Override
        String text(long raw, int low, int high) {
            return String.format("%02x:%02x.%x", raw >> 8 & 0xff, raw >> 3 & 0x1f, raw & 7);
        }
    },
    /** Bits 15:3 of a Routing ID: the first of a group of eight. */
    RID_BLOCK {
        @Override
        String text(long raw, int low, int high) {
            return RID.text(raw << 3, low, high);
        }
    },
    /** The bits where they stand, in hex: an address or offset whose low bits mean something else. */
    IN_PLACE {
        @Override
        String text(long raw, int low, int high) {
            return String.format("0x%0" + (high + 4) / 4 + "x", raw << low);
        }
    },
    /** An offset or length in units of 16 bytes, as bytes in hex. */
    PARAGRAPHS {
        @Override
        String text(long raw, int low, int high) {
            return HEX.text(raw << 4, low, high + 4);
        }
    },
    /** The 4-bit link speed code. */
    LINK_SPEED {
        @Override
        String text(long raw, int low, int high) {
            return new LinkSpeed((int) raw).toString();
        }
    },
    /** A vector of link speeds, bit 0 = 2.5 GT/s. */
    LINK_SPEEDS {
        @Override
        String text(long raw, int low, int high) {
            List<String> speeds = new ArrayList<>();
            for (int bit = 0; bit <= high - low; bit++) {
                if ((raw >> bit & 1) != 0) {
                    // Bit 6 of the vector is "128 GT/s or faster"; the code for 128 GT/s is 8, not 7.
                    speeds.add(new LinkSpeed(bit == 6 ? 8 : bit + 1).toString());
                }
            }
            return speeds.isEmpty() ? "none" : String.join(", ", speeds);
        }
    },
    /** A link width in lanes. */
    LANES {
        @Override
        String text(long raw, int low, int high) {
            return "x" + raw;
        }
    },
    /** Max_Payload_Size and the like: 128 bytes times a power of two, up to 4,096. */
    PAYLOAD {
        @Override
        String text(long raw, int low, int high) {
            return raw <= 5 ? (128 << raw) + " bytes" : String.format("reserved (0x%x)", raw);
        }
    },
    /** A vector of page sizes, bit 0 = 4 KiB. */
    PAGE_SIZES {
        @Override
        String text(long raw, int low, int high) {
            return sizes(raw, 12);
        }
    },
    /** A vector of BAR sizes, bit 0 = 1 MiB. */
    BAR_SIZES {
        @Override
        String text(long raw, int low, int high) {
            return sizes(raw, 20);
        }
    },
    /** The larger sizes of a resizable BAR, bit 0 = 256 TiB. */
    LARGE_BAR_SIZES {
        @Override
        String text(long raw, int low, int high) {
            return sizes(raw, 48);
        }
    },
    /** A BAR size: 1 MiB times a power of two, up to 8 EiB. */
    BAR_SIZE {
        @Override
        String text(long raw, int low, int high) {
            return raw <= 43 ? size((int) raw + 20) : String.format("reserved (0x%x)", raw);
        }
    },
    /** A number of bytes, with a binary prefix where that is exact. */
    BYTES {
        @Override
        String text(long raw, int low, int high) {
            int power = raw == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(raw) / 10, UNITS.length - 1);
            return Long.toUnsignedString(raw >>> 10 * power) + " " + UNITS[power];
        }
    },
    /** The numbers of the bits that are set, such as {@code 0-3, 7}: lanes of a mask. */
    BIT_NUMBERS {
        @Override
        String text(long raw, int low, int high) {
            List<String> runs = new ArrayList<>();
            for (int bit = 0; bit < 64 && raw >>> bit != 0; bit++) {
                int first = bit;
                while (bit < 64 && (raw >>> bit & 1) != 0) {
                    bit++;
                }
                if (bit > first) {
                    runs.add(bit - 1 == first ? String.valueOf(first) : first + "-" + (bit - 1));
                }
            }
            return runs.isEmpty() ? "none" : String.join(", ", runs);
        }
    },
    /** Text, the lowest byte first; bytes that are no printable ASCII become a point, zeros at the end nothing. */
    ASCII {
        @Override
        String text(long raw, int low, int high) {
            StringBuilder text = new StringBuilder();
            for (long rest = raw; rest != 0; rest >>>= 8) {
                long c = rest & 0xff;
                text.append(c >= 0x20 && c < 0x7f ? (char) c : '.');
            }
            return "\"" + text + "\"";
        }
    },
    /** A 64-bit serial number (EUI-64), highest byte first. */
    SERIAL {
        @Override
        String text(long raw, int low, int high) {
            return String.format("%016x", raw).replaceAll("(..)(?=.)", "$1-");
        }
    };

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    /**
     * @param raw the field's bits, shifted down
     * @param low where the field stood
     * @param high where it ended
     */
    abstract String text(long raw, int low, int high);

    static Optional<Format> of(String name) {
        for (Format format : values()) {
            if (format != DEFAULT && format.layoutName().equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private String layoutName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sizes(long vector, int firstPower) {
        List<String> sizes = new ArrayList<>();
        for (int bit = 0; bit < 64 && vector >>> bit != 0; bit++) {
            if ((vector >>> bit & 1) != 0) {
                sizes.add(size(bit + firstPower));
            }
        }
        return sizes.isEmpty() ? "none" : String.join(", ", sizes);
    }

    /** 2 to the power of {@code power} bytes, 0 to 69. */
    private static String size(int power) {
        return (1L << power % 10) + " " + UNITS[power / 10];
    }
}
