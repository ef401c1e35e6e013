package ridscope.desktop.inspector;

/**
 * A capability that has a tab of its own, with its bytes beside it.
 *
 * @param card what it says
 * @param bytes its registers
 */
record Block(Card card, ByteSpan bytes) {}
