/** The places in the text of an alert or a prompt, once its escapes are read: {cardId}, {there.city}; {{ is one brace. */
grammar Template;

template
    : (brace | place | OTHER | NAME | BLANK | '.' | '}')* EOF
    ;

brace
    : '{' '{'
    ;

place
    : '{' BLANK? NAME BLANK? ('.' BLANK? NAME BLANK?)* '}'
    ;

NAME
    : '`' ~[`{}]+ '`'
    | [\p{L}_] [\p{L}\p{N}_]*
    ;

BLANK
    : [ \t-\r]+
    ;

OTHER
    : .
    ;
