package ridscope.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a question into tokens. Any text can be cut; the last token is the end. */
final class Lexer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> cut(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '"') {
            quoted();
        } else if (c == '(' || c == ')') {
            add(c == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, at + 1);
        } else if (operator(at) > 0) {
            add(Token.Kind.OPERATOR, at + operator(at));
        } else {
            int end = at + 1;
            while (end < text.length() && inWord(end)) {
                end++;
            }
            add(Token.Kind.WORD, end);
        }
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, end));
        at = end;
    }

    private void quoted() {
        int close = text.indexOf('"', at + 1);
        int end = close < 0 ? text.length() : close;
        Token.Kind kind = close < 0 ? Token.Kind.OPEN_QUOTE : Token.Kind.QUOTED;
        int after = close < 0 ? end : close + 1;
        tokens.add(new Token(kind, text.substring(at + 1, end), at, after));
        at = after;
    }

    private boolean inWord(int i) {
        char c = text.charAt(i);
        return !Character.isWhitespace(c) && c != '"' && c != '(' && c != ')' && operator(i) == 0;
    }

    /** How many characters of an operator stand there. */
    private int operator(int i) {
        char c = text.charAt(i);
        boolean equal = i + 1 < text.length() && text.charAt(i + 1) == '=';
        return switch (c) {
            case '=', '~' -> 1;
            case '<', '>' -> equal ? 2 : 1;
            case '!' -> equal ? 2 : 0;
            default -> 0;
        };
    }
}
