/**
 * The rule language of Weir, whole: which texts are files of it. What the words mean, and which names and types fit, is
 * not said here (docs/rule-language.md says it).
 *
 * Keywords are soft: but for the few reserved ones, each may also be a name. Where that leaves a choice,
 *  - a name with a colon behind it (or a quantifier and a colon) is a step of a sequence, whatever its word;
 *  - a word begins a phrase where what follows fits it: `highest price` is never the name `highest` and something else;
 *  - a `where` without a window takes all that it can: `highest price where a > b` is compared no further;
 *  - a `within` that stands in a phrase's `where` belongs to that phrase, not to one inside of the `where`, and so does
 *    the comma behind a field that is emitted; parentheses keep them for what is inside.
 * The predicates {this.…}? are these rules; they are Java, in SoftWords.
 *
 * Beyond a grammar: of the clauses that may come in any order, each may come once. The places in a text of an alert or a
 * prompt are read by Template.g4. Limits (200 kB, 64 levels, 34 digits, 10,000 entries) are not in here.
 */
grammar Weir;

options {
    superClass = SoftWords;
}

file
    : declaration* EOF
    ;

declaration
    : eventDeclaration
    | listDeclaration
    | tableDeclaration
    | ratesDeclaration
    | featureDeclaration
    | modelDeclaration
    | promptDeclaration
    | testDeclaration
    | ruleDeclaration
    ;

// ---- What there is: events, lists, tables, features, models, prompts

eventDeclaration
    : 'event' name '{' field* '}' (eventClause ','?)*
    ;

// In any order, each once.
eventClause
    : 'time' name
    | 'up' 'to' duration 'late'
    | 'from' 'topic' text
    | 'as' name
    ;

field
    : name ':' type '?'? ('from' text)? ','?
    ;

type
    : 'list' 'of' type
    | '{' field* '}'
    | 'money' CURRENCY
    | 'money' 'in' name
    | name
    ;

listDeclaration
    : 'list' '@' name ('=' listLiteral | 'of' type)
    ;

tableDeclaration
    : 'table' name 'by' column (',' column)* 'returns' type (','? tableClause)* ','?
    ;

column
    : name (':' type)?
    ;

// In any order, each once.
tableClause
    : 'versioned'
    | 'from' 'topic' text
    ;

ratesDeclaration
    : 'rates' 'from' name
    ;

featureDeclaration
    : 'feature' name 'on' name ('by' key)? '=' expression
    ;

modelDeclaration
    : 'model' name 'given' modelInput (',' modelInput)* 'returns' type ('else' number)?
    ;

modelInput
    : name ':' type
    ;

promptDeclaration
    : 'prompt' name ('timeout' duration)? template 'returns' '{' (answer ','?)* '}'
    ;

answer
    : name ':' (type | listLiteral)
    ;

// ---- Tests

testDeclaration
    : 'test' text 'for' text ('given' given)* ('expect' expectation)+
    ;

given
    : row+
    | 'list' '@' name '=' listLiteral
    | 'score' 'of' name '=' '-'? (INTEGER | DECIMAL)
    | name record (','? record)*
    ;

row
    : moment name record ('x' INTEGER ('every' duration)?)?
    ;

moment
    : ('day' INTEGER)? TIME_OF_DAY
    ;

record
    : '{' (entry (',' entry)* ','?)? '}'
    ;

entry
    : name ':' (literal | listLiteral | record)
    ;

expectation
    : 'no' 'alert'
    | 'alert' severity? text? ('at' moment)?
    | 'emit' name record? ('at' moment)?
    | 'route' 'to' text ('at' moment)?
    ;

severity
    : {this.atSeverity()}? name
    ;

// ---- Rules

ruleDeclaration
    : 'rule' text metadata* on let* trigger? body
    ;

// In any order, each once.
metadata
    : 'severity' name
    | 'owner' text
    | 'because' text
    | 'tags' '[' (text (',' text)* ','?)? ']'
    ;

on
    : 'on' stream (',' stream)* ('by' key)?
    ;

stream
    : name ('as' name)? ('where' expression)?
    ;

key
    : 'everything'
    | path (',' path)* (',' 'in' name path (',' path)*)*
    ;

let
    : 'let' name '=' expression
    ;

trigger
    : 'every' duration
    | 'at' 'the' 'end' 'of' 'each' 'session' 'with' 'a' 'gap' 'of' duration
    ;

body
    : tiers
    | sequence
    | route
    ;

tiers
    : 'when' expression 'then' actions otherwise*
    ;

otherwise
    : 'otherwise' 'when' expression 'then' actions
    ;

sequence
    : 'sequence' 'strictly'? ('within' duration)? step+ (resumption actions | 'when' expression resumption actions otherwise*)
    ;

step
    : name quantifier? ':' 'no'? name? ('where' expression)?
    ;

quantifier
    : '+'
    | '*'
    | '?'
    | '{' INTEGER (',' INTEGER?)? '}'
    ;

resumption
    : 'then' ('resume' ('after' 'match' | 'at' 'next' | 'at' name) ('then' | 'and'))?
    ;

route
    : 'route' arm+ ('otherwise' 'to' text)? ('then' actions)?
    ;

arm
    : 'to' text 'when' expression
    ;

// ---- Actions

actions
    : action ('and' action)*
    ;

action
    : 'alert' name? template alertClause*
    | 'emit' name '{' (output (',' output)* ','?)? '}' 'to' 'topic' text
    ;

// In any order, each once.
alertClause
    : 'to' 'topic' text
    | 'enriched' 'by' name ('given' 'last' INTEGER name)?
    | 'at' 'most' 'once' 'per' duration
    ;

output
    : name ':' expression
    ;

// ---- Expressions, the loosest first

expression
    : conjunction ('or' conjunction)*
    ;

conjunction
    : negation ('and' negation)*
    ;

negation
    : 'not' negation
    | {this.atFollowed()}? followed
    | {!this.atFollowed()}? comparison
    ;

followed
    : 'followed' 'by' name ('or' name)* ('as' name)? ('where' condition)? 'within' duration
    ;

comparison
    : sum question?
    ;

question
    : ('>' | '>=' | '<' | '<=' | '=' | '!=') sum
    | 'is' 'not'? sum
    | 'is' 'not'? ('missing' | 'present')
    | 'is'? 'not'? 'in' (listLiteral | listName | path)
    | 'not'? 'between' sum 'and' sum
    | ('contains' | 'starts' 'with' | 'ends' 'with' | 'matches') sum
    | 'does' 'not' ('contain' | 'start' 'with' | 'end' 'with' | 'match') sum
    | ('increases' | 'decreases') INTEGER 'times' 'in' 'a' 'row' innerWithin?
    ;

sum
    : product (('+' | '-') product)*
    ;

product
    : signed (('*' | '/' | '%') signed)*
    ;

signed
    : '-' signed
    | value ('else' signed)?
    ;

value
    : number
    | text
    | 'true'
    | 'false'
    | 'timestamp' TEXT
    | listLiteral
    | listName
    | group conversion?
    | lookup conversion?
    | {!this.atPhrase()}? path conversion?
    | call
    | aggregate
    | tally
    | previous
    | travel
    | score
    ;

group
    : '(' expression ')'
    ;

listName
    : '@' name
    ;

lookup
    : name '[' expression (',' expression)* ']' ('.' name)? asOf?
    ;

conversion
    : 'to' CURRENCY asOf?
    ;

asOf
    : 'as' 'of' path
    ;

call
    : {!this.atPhrase()}? name '(' (expression (',' expression)*)? ')'
    ;

// ---- Phrases: they look back, ahead, or elsewhere

aggregate
    : 'approximate'?
      ( 'count' 'of' path
      | ('sum' | 'average' | 'stddev' | 'median') 'of' operand
      | 'percentile' (INTEGER | DECIMAL) 'of' operand
      | {this.atPhrase()}? ('highest' | 'lowest' | 'first' | 'last' | 'distinct') operand
      )
      (window | 'where' expression (window | {!this.atOperator()}?))?
    ;

operand
    : path conversion?
    | group
    ;

window
    : 'over' 'the' ('last' | 'previous') (duration | INTEGER 'events')
    | 'over' 'the' 'session'
    ;

tally
    : ('more' 'than' | 'fewer' 'than' | 'at' 'least' | 'exactly') INTEGER ('different' {this.atOperand(1)}? path 'of')? name
      ('where' condition)? 'within' duration
    ;

previous
    : {this.atPhrase()}? 'previous' path innerWithin?
    ;

travel
    : ('distance' | 'speed' | 'elapsed') 'from' end 'to' end
    ;

end
    : {!this.atPhrase()}? path
    | group
    | previous
    ;

score
    : 'score' 'of' name ({this.keepsInputs()}? 'given' scoreInput (',' scoreInput)* {!this.atFurtherInput()}?)?
    ;

scoreInput
    : name ':' (path | group | listLiteral | listName | constant)
    ;

// The `where` of a phrase that ends with `within`.
condition
    : expression
    ;

innerWithin
    : {this.keepsWithin()}? 'within' duration
    ;

// ---- Literals and names

listLiteral
    : '[' (literal (',' literal)* ','?)? ']'
    ;

literal
    : '-'? number
    | text
    | 'true'
    | 'false'
    | 'timestamp' TEXT
    ;

constant
    : number
    | text
    | 'true'
    | 'false'
    | 'timestamp' TEXT
    ;

number
    : (INTEGER | DECIMAL) (unit | CURRENCY)?
    ;

// A number with a unit; that it is one of time is checked later.
duration
    : (INTEGER | DECIMAL) unit
    ;

unit
    : 'millisecond' | 'milliseconds' | 'second' | 'seconds' | 'minute' | 'minutes' | 'hour' | 'hours' | 'day' | 'days'
    | 'week' | 'weeks'
    | 'm' | {!this.atKilometresPerHour()}? 'km' | {this.atKilometresPerHour()}? 'km' '/' 'h' | 'mph'
    | 'kB' | 'MB' | 'GB'
    | 'percent'
    ;

text
    : TEXT
    | LONG_TEXT
    ;

// A text with places such as {amount}.
template
    : text
    ;

path
    : name ('.' name)*
    ;

// Not among them: missing present no next match when then where and or not is in between within by on let rule true false
// else. Between back-quotes they are names, too.
name
    : WORD
    | QUOTED_NAME
    | CURRENCY
    | 'event' | 'list' | 'table' | 'rates' | 'feature' | 'model' | 'prompt' | 'test'
    | 'time' | 'up' | 'late' | 'from' | 'topic' | 'as' | 'money' | 'of' | 'returns' | 'versioned' | 'given' | 'timeout'
    | 'for' | 'expect' | 'x' | 'severity' | 'owner' | 'because' | 'tags' | 'everything' | 'every' | 'at' | 'the' | 'end'
    | 'each' | 'session' | 'with' | 'a' | 'gap' | 'otherwise' | 'sequence' | 'strictly' | 'resume' | 'after' | 'route'
    | 'to' | 'alert' | 'emit' | 'enriched' | 'most' | 'once' | 'per' | 'followed' | 'contains' | 'starts' | 'ends'
    | 'matches' | 'does' | 'contain' | 'start' | 'increases' | 'decreases' | 'times' | 'row' | 'timestamp' | 'count'
    | 'sum' | 'average' | 'stddev' | 'median' | 'percentile' | 'highest' | 'lowest' | 'first' | 'last' | 'distinct'
    | 'over' | 'events' | 'more' | 'than' | 'fewer' | 'least' | 'exactly' | 'different' | 'previous' | 'distance'
    | 'speed' | 'elapsed' | 'score' | 'approximate'
    | 'millisecond' | 'milliseconds' | 'second' | 'seconds' | 'minute' | 'minutes' | 'hour' | 'hours' | 'day' | 'days'
    | 'week' | 'weeks' | 'm' | 'km' | 'h' | 'mph' | 'kB' | 'MB' | 'GB' | 'percent'
    ;

// ---- Tokens

CURRENCY
    : [A-Z] [A-Z] [A-Z]
    ;

WORD
    : [\p{ID_Start}_] [\p{ID_Continue}]*
    ;

QUOTED_NAME
    : '`' ~[`\n]+ '`'
    ;

INTEGER
    : DIGITS
    ;

DECIMAL
    : DIGITS '.' DIGITS
    ;

TIME_OF_DAY
    : ([01]? [0-9] | '2' [0-3]) ':' [0-5]? [0-9] ':' [0-5]? [0-9] ('.' [0-9] [0-9]? [0-9]?)?
    ;

// An underscore stands between two digits, so this is no number.
STRANGE_NUMBER
    : [0-9] [0-9_]* ('.' [0-9] [0-9_]*)?
    ;

fragment DIGITS
    : [0-9]+ ('_' [0-9]+)*
    ;

LONG_TEXT
    : '"""' .*? '"""'
    ;

TEXT
    : '"' (~["\\\n] | '\\' ["\\nrt])* '"'
    ;

BLANK
    : [\p{Z}\t-\r\u001C-\u001F\uFEFF]+ -> channel(HIDDEN)
    ;

COMMENT
    : '#' ~[\n]* -> channel(HIDDEN)
    ;

STRANGE
    : .
    ;
