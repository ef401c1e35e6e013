package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The typed configuration header. Every value is empty where its bytes are not in the snapshot.
 *
 * @param vendor Vendor ID at 0x00
 * @param device Device ID at 0x02
 * @param status Status at 0x06
 * @param revision Revision at 0x08
 * @param classCode base class, subclass and prog-if in 24 bits, from 0x09
 * @param layout Header Type bits 6:0
 * @param multifunction Header Type bit 7
 */
public record Header(
        OptionalInt vendor,
        OptionalInt device,
        OptionalInt status,
        OptionalInt revision,
        OptionalInt classCode,
        OptionalInt layout,
        Optional<Boolean> multifunction) {}
