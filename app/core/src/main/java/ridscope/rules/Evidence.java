package ridscope.rules;

/**
 * One fact a finding rests on.
 *
 * @param name what it is and where it was read: {@code 0000:00:01.0 +0x19 Secondary Bus Number}
 * @param value {@code 0x04}
 */
public record Evidence(String name, String value) {}
