package ridscope.host;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of a host's processors, as far as it matters which parameters its kernel has. */
public enum Architecture {
    X86,
    /** Known to be none of x86. */
    OTHER,
    UNKNOWN;

    private static final Pattern PC = Pattern.compile(".*(?:x86[_-]64|amd64|i[3-6]86|686-pae).*");
    private static final Pattern OTHERS = Pattern.compile(
            ".*(?:aarch64|arm64|armv?[5-8]|armhf|ppc64|powerpc|s390|riscv|loong|mips|sparc|alpha|ia64).*");

    /** By the kernel release, in which distributions name it: {@code 6.1.0-56-arm64}, {@code 5.14.0-427.el9.x86_64}. */
    public static Architecture of(Provenance provenance) {
        Optional<String> kernel = provenance.kernel().map(k -> k.toLowerCase(Locale.ROOT));
        if (kernel.filter(k -> PC.matcher(k).matches()).isPresent()) {
            return X86;
        }
        return kernel.filter(k -> OTHERS.matcher(k).matches()).isPresent() ? OTHER : UNKNOWN;
    }
}
