package ridscope.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Providers of a service that can be made. One that cannot must not keep the others from working. */
final class Installed {

    private static final int MOST_FAILURES = 8;

    private Installed() {}

    static <T> List<T> of(ServiceLoader<T> loader) {
        List<T> found = new ArrayList<>();
        Iterator<T> all = loader.iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            try {
                if (!all.hasNext()) {
                    break;
                }
                found.add(all.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
            }
        }
        return found;
    }
}
