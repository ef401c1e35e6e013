package ridscope.source.json;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.source.Limits;
import ridscope.text.Numbers;

/** Reads one function record. */
final class FunctionParser {

    private static final int CONFIG_MAX = 4096;
    private static final int INDEX_MAX = 0xffff;

    private final Fields in;
    private FunctionAddress address;
    private String config = "";
    private int configLength = -1;
    private int configSize;
    private final List<int[]> hidden = new ArrayList<>();
    private OsFacts os = OsFacts.NONE;
    private Listing listing = Listing.NONE;

    FunctionParser(Fields in) {
        this.in = in;
    }

    FunctionRecord function() {
        in.object(name -> {
            switch (name) {
                case "address" -> address = in.address();
                case "config" -> config = in.string();
                case "configLength" -> configLength = (int) in.number(0, CONFIG_MAX);
                case "configSize" -> configSize = (int) in.number(0, CONFIG_MAX);
                case "configHidden" -> in.array(CONFIG_MAX, () -> hidden.add(hidden()));
                case "os" -> os = os();
                case "listing" -> listing = new ListingParser(in).listing();
                default -> in.skip();
            }
        });
        if (address == null) {
            throw in.bad("a function has no address");
        }
        ConfigSpace space = ConfigSpace.of(configBytes());
        for (int[] range : hidden) {
            space = space.hide(range[0], range[1]);
        }
        return new FunctionRecord(address, space, configSize, os, listing);
    }

    private int[] hidden() {
        int[] range = {-1, 0};
        in.object(key -> {
            switch (key) {
                case "offset" -> range[0] = (int) in.number(0, CONFIG_MAX - 1);
                case "length" -> range[1] = (int) in.number(1, CONFIG_MAX);
                default -> in.skip();
            }
        });
        if (range[0] < 0 || range[1] == 0) {
            throw in.bad("hidden bytes need offset and length");
        }
        return range;
    }

    private byte[] configBytes() {
        int given = config.length() / 2;
        int length = configLength < 0 ? given : configLength;
        if (given > CONFIG_MAX || given > length) {
            throw in.bad("function " + address + " has " + given + " configuration bytes, more than its length says");
        }
        byte[] bytes = new byte[length];
        try {
            byte[] parsed = HexFormat.of().parseHex(config);
            System.arraycopy(parsed, 0, bytes, 0, parsed.length);
        } catch (IllegalArgumentException e) {
            throw in.bad("the configuration of function " + address + " is not a row of hex digit pairs");
        }
        return bytes;
    }

    private OsFacts os() {
        OsFactsBuilder os = new OsFactsBuilder();
        in.object(name -> {
            if (!identity(name, os) && !place(name, os)) {
                rest(name, os);
            }
        });
        return os.build();
    }

    private boolean identity(String name, OsFactsBuilder os) {
        switch (name) {
            case "vendor" -> os.vendor(in.hex(0xffff));
            case "device" -> os.device(in.hex(0xffff));
            case "subsystemVendor" -> os.subsystemVendor(in.hex(0xffff));
            case "subsystemDevice" -> os.subsystemDevice(in.hex(0xffff));
            case "class" -> classCode(os);
            case "revision" -> os.revision(in.hex(0xff));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void classCode(OsFactsBuilder os) {
        if (in.string().length() == SnapshotFormat.SHORT_CLASS) {
            os.shortClass(in.hex(0xffff));
        } else {
            os.classCode(in.hex(0xffffff));
        }
    }

    private boolean place(String name, OsFactsBuilder os) {
        switch (name) {
            case "parent" -> os.parent(Optional.of(parent()));
            case "slot" -> os.slot(in.text());
            case "numaNode" -> os.numaNode(in.integer(-1, Integer.MAX_VALUE));
            case "iommuGroup" -> os.iommuGroup(in.integer(0, Integer.MAX_VALUE));
            case "ariEnabled" -> os.ariEnabled(Optional.of(in.bool()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rest(String name, OsFactsBuilder os) {
        switch (name) {
            case "bridge" -> os.buses(Optional.of(bridge()));
            case "link" -> os.link(Optional.of(link()));
            case "sriov" -> in.object(key -> sriov(key, os));
            case "driver" -> os.driver(in.text());
            case "devices" -> in.array(Limits.LIST, () -> device(os));
            case "resources" -> in.array(Limits.RESOURCES, () -> os.resource(new OsObjects(in).resource()));
            case "state" -> os.state(new OsObjects(in).state());
            case "names" -> os.names(names());
            default -> in.skip();
        }
    }

    private OsFacts.Parent parent() {
        return in.string().equals(SnapshotFormat.PARENT_ROOT)
                ? OsFacts.Parent.ROOT
                : new OsFacts.Parent(Optional.of(in.address()));
    }

    private OsFacts.KernelBuses bridge() {
        int[] numbers = {-1, -1};
        in.object(key -> {
            switch (key) {
                case "secondary" -> numbers[0] = (int) in.number(0, 0xff);
                case "subordinate" -> numbers[1] = (int) in.number(0, 0xff);
                default -> in.skip();
            }
        });
        if (numbers[0] < 0 || numbers[1] < 0) {
            throw in.bad("a bridge needs both secondary and subordinate");
        }
        return new OsFacts.KernelBuses(numbers[0], numbers[1]);
    }

    private OsFacts.LinkAttributes link() {
        TextFields texts = new TextFields("currentSpeed", "currentWidth", "maxSpeed", "maxWidth").read(in);
        return new OsFacts.LinkAttributes(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
    }

    private void sriov(String key, OsFactsBuilder os) {
        switch (key) {
            case "totalVfs" -> os.totalVfs(in.integer(0, 0xffff));
            case "numVfs" -> os.numVfs(in.integer(0, 0xffff));
            case "offset" -> os.vfOffset(in.integer(0, 0xffff));
            case "stride" -> os.vfStride(in.integer(0, 0xffff));
            case "vfDevice" -> os.vfDevice(in.hex(0xffff));
            case "physicalFunction" -> os.physicalFunction(Optional.of(in.address()));
            case "virtualFunctions" -> in.object(index -> os.virtualFunction(index(index), in.address()));
            default -> in.skip();
        }
    }

    private int index(String text) {
        OptionalInt index = Numbers.decimal(text);
        if (index.isEmpty() || index.getAsInt() < 0 || index.getAsInt() > INDEX_MAX) {
            throw in.bad(Fields.quoted(text) + " is not the index of a virtual function");
        }
        return index.getAsInt();
    }

    private void device(OsFactsBuilder os) {
        TextFields texts = new TextFields("kind", "name").read(in);
        os.osDevice(texts.required(0), texts.required(1));
    }

    private OsFacts.Names names() {
        TextFields texts = new TextFields("vendor", "device", "subsystem").read(in);
        return new OsFacts.Names(texts.get(0), texts.get(1), texts.get(2));
    }
}
