package ridscope.draw.layout;

/**
 * What the user chose about RID maps.
 *
 * @param bare whether whoever shows it draws axes, brackets and legend beside it, so that they stay in sight; its cells then
 *     have text for whoever comes close
 * @param ari whether functions are numbered 0 to 255, as below a port with ARI forwarding, instead of device.function
 */
public record RidMapOptions(boolean bare, boolean ari) {

    /** A picture that stands alone. */
    public static final RidMapOptions DEFAULT = new RidMapOptions(false, false);

    /** A picture in a window. */
    public static final RidMapOptions BARE = new RidMapOptions(true, false);

    /** The same with other numbers. */
    public RidMapOptions withAri(boolean next) {
        return new RidMapOptions(bare, next);
    }
}
