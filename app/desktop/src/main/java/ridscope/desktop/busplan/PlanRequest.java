package ridscope.desktop.busplan;

import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/**
 * What a plan is made for.
 *
 * @param document the host
 * @param start the wishes it is compared with
 * @param wishes the wishes
 * @param segment whose maps are shown
 * @param device the selected device, if there is one; its limits are told
 * @param port the selected port, or the one above the selection
 */
record PlanRequest(
        Document document,
        Wishes start,
        Wishes wishes,
        Segment segment,
        Optional<FunctionAddress> device,
        Optional<FunctionAddress> port) {}
