# Finds the mutants of a C file, and writes all of them into one C file.
# SPDX-License-Identifier: MIT
"""
A mutant is one small fault: a span of the file with another text. They are
found in the tokens, which is enough for the layout that clang-format keeps: a
function begins with "{" and ends with "}" alone in column 0.

All mutants of a file's functions are compiled at once: each function becomes
a switch over copies of its body, one a mutant, and the environment chooses.
What stands outside functions (macros, tables) is compiled anew for each.
"""
import re

TOKEN = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>"(?:[^"\\\n]|\\.)*")
  | (?P<char>'(?:[^'\\\n]|\\.)+')
  | (?P<number>\.?[0-9](?:[eEpP][+-]|[\w.])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>->|\+\+|--|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|
        \.\.\.|[^\s\w])
''', re.X | re.S)

OPERATORS = {
    '<': ('<=', '>='), '<=': ('<', '>'), '>': ('>=', '<='), '>=': ('>', '<'),
    '==': ('!=',), '!=': ('==',), '&&': ('||',), '||': ('&&',),
    '+=': ('-=',), '-=': ('+=',),
}
WIDENED_BELOW, WIDENED_ABOVE = ('<', '>='), ('>', '<=')
WORDS = {'true': 'false', 'false': 'true'}
CONDITIONAL = set(OPERATORS) - {'+=', '-='} | {'!', 'true', 'false'}
NUMERIC = re.compile(r'^(?:static |inline |const )*'
                     r'(?:int|unsigned|size_t|u?int\d+_t)$')


class Mutant:
    """The text between two offsets of a file replaced by another."""

    def __init__(self, source, function, start, end, text):
        self.source, self.function = source, function
        self.start, self.end, self.text = start, end, text
        self.line = source.text.count('\n', 0, start) + 1
        self.number = None  # as the environment names it
        self.key = None

    def describe(self):
        """The line before and after, in single spaces."""
        text = self.source.text
        first = text.rfind('\n', 0, self.start) + 1
        last = text.find('\n', self.end)
        old = text[first:last]
        new = text[first:self.start] + self.text + text[self.end:last]
        return ' '.join(old.split()), ' '.join(new.split())

    def apply(self):
        text = self.source.text
        return text[:self.start] + self.text + text[self.end:]


class Token:
    def __init__(self, match):
        self.kind, self.text = match.lastgroup, match.group()
        self.start, self.end = match.span()


class Function:
    def __init__(self, name, returns, start, end):
        self.name, self.returns = name, returns
        self.start, self.end = start, end  # of the body, with its braces
        self.mutants = []


def tokens_of(text, start, end):
    found = (Token(m) for m in TOKEN.finditer(text, start, end))
    return [t for t in found if t.kind != 'comment']


def closing(tokens, at):
    """Where the bracket at `at` is closed."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += (tokens[i].text in '([{') - (tokens[i].text in ')]}')
        if depth == 0:
            return i
    return len(tokens) - 1


def near_integers(literal):
    """An integer literal plus one and minus one, in its own notation."""
    match = re.fullmatch(r'(0[xX][0-9a-fA-F]+|[0-9]+)([uUlL]*)', literal)
    if match is None:
        return None, None
    is_hex = match[1][:2] in ('0x', '0X')
    value = int(match[1], 16 if is_hex else 10)
    above, below = ((hex(v) if is_hex else str(v)) + match[2]
                    for v in (value + 1, value - 1))
    return above, below if value > 0 else None


class Source:
    def __init__(self, path, text):
        self.path, self.text = path, text
        self.functions = list(self.find_functions())
        self.outside = []  # mutants outside functions
        for function in self.functions:
            self.mutate_body(function)
        self.mutate_outside()
        self.name_all()

    def mutants(self):
        return [m for f in self.functions for m in f.mutants] + self.outside

    def find_functions(self):
        for match in re.finditer(r'^\{\n.*?^\}$', self.text, re.M | re.S):
            head = self.text[:match.start()]
            head = head[max(head.rfind('\n\n'), head.rfind('*/\n')) + 1:]
            head = re.sub(r'__attribute__\(\(.*?\)\)\s|.*\*/', '', head,
                          flags=re.S)
            named = re.search(r'(.*?)(\w+)\(', head, re.S)
            yield Function(named[2], ' '.join(named[1].split()),
                           match.start(), match.end())

    def add(self, function, start, end, text):
        where = self.outside if function is None else function.mutants
        where.append(Mutant(self, function, start, end, text))

    def mutate_body(self, function):
        tokens = tokens_of(self.text, function.start, function.end)
        for i, token in enumerate(tokens):
            self.mutate_token(function, tokens, i)
            if token.text in ('if', 'while'):
                self.mutate_condition(function, tokens, i + 1)
            elif token.text == 'return':
                self.mutate_return(function, tokens, i)
            elif token.text in ('break', 'continue'):
                other = {'break': 'continue', 'continue': 'break'}
                self.add(function, token.start, token.end, '')
                self.add(function, token.start, token.end, other[token.text])

    def mutate_token(self, function, tokens, i):
        token = tokens[i]
        before = tokens[i - 1].text if i > 0 else ''
        after = tokens[i + 1].text if i + 1 < len(tokens) else ''
        if token.kind == 'mark':
            for other in OPERATORS.get(token.text, ()):
                self.add(function, token.start, token.end, other)
            if token.text == '!':
                self.add(function, token.start, token.end, '')
            elif token.text in '+-' and re.search(r'[\w)\]]$', before) and \
                    before not in ('return', 'case'):
                self.add(function, token.start, token.end,
                         '-' if token.text == '+' else '+')
            elif token.text == '?' and tokens[i - 1].kind != 'number':
                self.add(function, token.start, token.end, '== 0 ?')
        elif token.text in WORDS:
            self.add(function, token.start, token.end, WORDS[token.text])
        elif token.kind == 'char':
            self.add(function, token.start, token.end, token.text +
                     (' - 1' if before in WIDENED_BELOW else ' + 1'))
        elif token.kind == 'number' and not self.sets_a_size(tokens, i) and \
                not (token.text == '0' and before in '{,' and after in ',}'):
            self.mutate_number(function, token, before)  # but no empty struct

    def mutate_number(self, function, token, before):
        """A bound is moved one way: its operator's mutants do the other."""
        above, below = near_integers(token.text)
        if above and before not in WIDENED_BELOW:
            self.add(function, token.start, token.end, above)
        if below and before not in WIDENED_ABOVE:
            self.add(function, token.start, token.end, below)

    @staticmethod
    def sets_a_size(tokens, i):
        """A number in "type name[8]": a larger array is no fault."""
        return i > 2 and tokens[i - 1].text == '[' and \
            tokens[i - 2].kind == 'word' and (
                tokens[i - 3].kind == 'word' and
                tokens[i - 3].text not in ('return', 'case') or
                tokens[i - 3].text == '*')

    def mutate_condition(self, function, tokens, at):
        """What has no operator of its own is negated as a whole."""
        end = closing(tokens, at)
        if CONDITIONAL.isdisjoint(t.text for t in tokens[at:end]):
            start, end = tokens[at].start, tokens[end].end
            self.add(function, start, end, '(!%s)' % self.text[start:end])

    def mutate_return(self, function, tokens, at):
        end = at
        while tokens[end].text != ';':
            end = closing(tokens, end) + 1 if tokens[end].text in '([{' \
                else end + 1
        start, stop = tokens[at].start, tokens[end].start
        value = self.text[tokens[at].end:stop].strip()
        if end + 2 < len(tokens):  # an early one
            self.add(function, start, stop, '')
        if value == '' or value in ('NULL', 'true', 'false'):
            return
        if '*' in function.returns:
            self.add(function, start, stop, 'return NULL')
        elif function.returns.endswith('bool'):
            if CONDITIONAL.isdisjoint(t.text for t in tokens[at:end]):
                self.add(function, start, stop, 'return !(%s)' % value)
        elif NUMERIC.match(function.returns) and \
                not re.fullmatch(r'-?\w+', value):
            self.add(function, start, stop, 'return 0')

    def mutate_outside(self):
        """Constants in plain macros, tables and enumerations."""
        at = 0
        for function in self.functions + [None]:
            end = function.start if function else len(self.text)
            for match in re.finditer(r'(?:[^\n]*\\\n)*[^\n]+\n',
                                     self.text[at:end]):
                self.mutate_outer_line(at + match.start(), match.group())
            at = function.end if function else end

    def mutate_outer_line(self, start, line):
        if line.startswith('#') and not re.match(r'#define \w+ ', line) or \
                line.startswith('_Static_assert'):
            return
        tokens = tokens_of(self.text, start, start + len(line))
        for i, token in enumerate(tokens):
            if token.kind == 'number' or token.text in WORDS:
                self.mutate_token(None, tokens, i)

    def name_all(self):
        """Keys that outlive changes elsewhere: function, line, new line."""
        seen = {}
        for mutant in self.mutants():
            name = mutant.function.name if mutant.function else '-'
            key = (self.path, name) + mutant.describe()
            seen[key] = seen.get(key, 0) + 1
            if seen[key] > 1:
                key = (key[0], '%s#%d' % (name, seen[key])) + key[2:]
            mutant.key = key

    # ---- One C file with all of them ----

    def marked(self, first):
        """The file, telling which function was reached, by numbers."""
        return self.rewritten(lambda index, function, body:
                              ' mutation_reached(%d);\n%s' % (first + index, body))

    def with_all(self, chosen):
        """The file with the mutants `chosen`, each by its number."""
        def switch(_index, function, body):
            copies = []
            for m in function.mutants:
                if m in chosen:
                    copies.append('case %d: {\n#line %d "mutant:%d"\n%s} break;'
                                  % (m.number, m.line, m.number,
                                     self.body_of(function, m)))
            if not copies:
                return body
            return ' switch (mutation_chosen) {\n%s\ndefault: {\n%s} }\n' % (
                '\n'.join(copies), body)
        return self.rewritten(switch)

    def body_of(self, function, mutant):
        return (self.text[function.start + 1:mutant.start] + mutant.text +
                self.text[mutant.end:function.end - 1])

    def rewritten(self, change):
        parts, at = ['#include "mutation.h"\n'], 0
        for index, function in enumerate(self.functions):
            body = self.text[function.start + 1:function.end - 1]
            parts += [self.text[at:function.start + 1],
                      change(index, function, body)]
            at = function.end - 1
        return ''.join(parts + [self.text[at:]])
