package ridscope.desktop.settings;

import java.util.Optional;
import ridscope.rid.FunctionAddress;

/**
 * The function that a note is about, as it was when the note was written: enough to find it again under another address.
 *
 * @param address where it was
 * @param vendor four hex digits
 * @param device four hex digits
 * @param classCode base class and subclass, four hex digits
 * @param serial of the Device Serial Number capability, 16 hex digits
 * @param path from its root bus, without bus numbers below it: {@code 0000:00/01.0/00.0}
 */
public record NotedFunction(
        FunctionAddress address,
        Optional<String> vendor,
        Optional<String> device,
        Optional<String> classCode,
        Optional<String> serial,
        String path) {}
