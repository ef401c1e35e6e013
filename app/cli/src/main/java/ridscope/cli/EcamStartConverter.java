package ridscope.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import ridscope.source.EcamStart;

/** Understands the value of {@code --ecam}. */
final class EcamStartConverter implements ITypeConverter<EcamStart> {

    /** Made by picocli. */
    EcamStartConverter() {}

    @Override
    public EcamStart convert(String text) {
        return EcamStart.parse(text)
                .orElseThrow(() ->
                        new TypeConversionException("'" + text + "' is no segment and bus in hex, such as 0000:40"));
    }
}
