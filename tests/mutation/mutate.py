#!/usr/bin/env python3
# Plants small faults in the library, one at a time: does a test see each?
# SPDX-License-Identifier: MIT
"""
mutate.py [-j JOBS] [--quick] [--sample N [--seed N]] [--build FOLDER] [FILE...]

FILE is a C file of lib/base, lib/rules or lib/schema; all of them if none is
named. Needs a build folder with the test programs' objects. What it writes
goes to a scratch folder; tests run there, on a copy of the tree.

 1. All test programs are linked into one (driver.c), with marks in the mutated
    files. Each program is run once: its time, and the functions it reaches.
 2. For each file all mutants are compiled at once (mutants.py), and linked once
    for all programs. A mutant is run in the programs that reach its function,
    until one fails; time and memory have limits, so that endless loops end.
 3. For what survives, gcc -O2 says whether the code is the same as before:
    then it is no fault. Else it is run again with sanitizers.
 4. What is left has to be in survivors.tsv, with the reason why it makes no
    difference: file, function, line, changed line, reason. What is listed and
    does not survive is stale. Either fails.
"""
import argparse
import collections
import concurrent.futures
import glob
import math
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import mutants  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
LAYERS = ('lib/base', 'lib/rules', 'lib/schema')
# Two of faults/ are linked with --wrap, which would hold for all others.
LEFT_OUT = ('fuzz/', 'tests/cli/', 'tests/api/cuts', 'tests/faults/inputs',
            'tests/faults/pieces')
SUPPORT = 'tests/libunit.la'  # what unit tests share
SANITIZERS = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all']
SHORTENED = {
    'tests/faults/memory': ['--step=17'],
    'tests/schema/mutants': ['--count=1000'],
    'tests/unit/test_builtin': ['1000'],
    'tests/unit/test_pattern': ['1000'],
}
QUICK_PROGRAMS = {  # where --quick looks for a layer's faults
    'lib/base': r'unit/',
    'lib/rules': r'fixtures|mutants_rules|corpus/|unit/',
    'lib/schema': r'fixtures|faults/memory|schema/(cases|recovery)|unit/',
}
MEMORY = 2 << 30
# Seconds of CPU that a program may take to be run at all, and with sanitizers
# for survivors. Unit tests always may.
LONGEST, QUICK, MOST = 5, 0.5, 30


def run(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True,
                          **more).stdout


class Build:
    """What the Makefile knows: flags, and the objects of each test."""

    def __init__(self, folder, jobs):
        self.folder = os.path.abspath(folder)
        said = self.ask(
            '$(CC)',
            '$(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) '
            '$(AM_CFLAGS)',
            '$(LDFLAGS) $(CMOCKA_LIBS) $(JANSSON_LIBS) $(LIBXML_LIBS) '
            '$(PTHREAD_CFLAGS) $(PTHREAD_LIBS)',
            '$(command) $(core)', '$(TESTS)')
        self.compiler, self.flags, self.libs, archives, tests = said
        self.archives = [self.archive(path) for path in archives]
        names = [name for name in tests
                 if not name.endswith('.t') and not name.startswith(LEFT_OUT)]
        self.programs = dict(zip(names, self.ask(
            *('$(%s_OBJECTS)' % re.sub(r'\W', '_', n) for n in names))))
        run(['make', '-s', '-j%d' % jobs, '-C', self.folder, SUPPORT] +
            sorted({o for objects in self.programs.values() for o in objects}))
        self.support = self.archive(SUPPORT)

    def ask(self, *texts):
        """The words that each text is to make."""
        rule = 'mutation-shows: ; ' + '; '.join(
            "@echo '%s'" % text if i == 0 else "echo '%s'" % text
            for i, text in enumerate(texts))
        said = run(['make', '-s', '-C', self.folder, '--eval=' + rule,
                    'mutation-shows'])
        return [line.split() for line in said.split('\n')[:len(texts)]]

    def archive(self, path):
        folder, name = os.path.split(path)
        return os.path.join(folder, '.libs', name[:-3] + '.a')


class Bench:
    """The scratch folder, with all programs ready to be linked."""

    def __init__(self, build, scratch, wanted):
        self.build, self.scratch = build, scratch
        self.environment = {**os.environ, 'top_srcdir': self.path('tree'),
                            'top_builddir': self.path('tree'), 'LC_ALL': 'C'}
        self.environment.pop('CMOCKA_MESSAGE_OUTPUT', None)
        for name in ('doc', 'lib', 'schema', 'tests'):
            shutil.copytree(os.path.join(TOP, name), self.path('tree', name),
                            symlinks=True)
        os.mkdir(self.path('run'))
        # Copies, so that the tree may be built anew meanwhile.
        self.archives = [
            shutil.copy(os.path.join(build.folder, archive), scratch)
            for archive in build.archives]
        self.programs = [p for p in build.programs if wanted.search(p)]
        self.parts = [self.prepare(i, p) for i, p in enumerate(self.programs)]
        table = ''.join('int main_%d(int, char **);\n' % i
                        for i in range(len(self.programs)))
        table += ('const struct { const char *name; int (*run)(int, char **); '
                  '} mutation_programs[] = {\n')
        table += ''.join('{"%s", main_%d},\n' % (name, i)
                         for i, name in enumerate(self.programs))
        table += '{0, 0}};\n'
        self.parts.append(self.compile('programs.c', table, []))
        with open(os.path.join(HERE, 'driver.c')) as file:
            self.parts.append(self.compile('driver.c', file.read(), []))

    def path(self, *names):
        return os.path.join(self.scratch, *names)

    def prepare(self, number, program):
        """A program as one object that shows nothing but its main."""
        whole = self.path('program%d.o' % number)
        run(['ld', '-r', '-o', whole] + self.build.programs[program] +
            [self.build.support], cwd=self.build.folder)
        run(['objcopy', '--keep-global-symbol=main_%d' % number,
             '--redefine-sym', 'main=main_%d' % number, whole])
        return whole

    def compile(self, name, text, options):
        """An object of a C file's text, whose name says where it is from."""
        stem = self.path(name.replace('/', '_'))
        with open(stem, 'w') as file:
            file.write(text)
        run(self.build.compiler + self.build.flags +
            ['-I' + HERE, '-w', '-O1', '-g0'] + options +
            ['-c', stem, '-o', stem + '.o'], cwd=self.build.folder)
        return stem + '.o'

    def link(self, name, objects, options=()):
        """Objects named first take the place of those in the archives."""
        driver = self.path(name)
        run(self.build.compiler + list(options) + ['-o', driver] + objects +
            self.parts + self.archives + self.build.libs,
            cwd=self.build.folder)
        return driver

    def code_of(self, text):
        """What gcc -O2 makes of it."""
        return run(self.build.compiler + self.build.flags +
                   ['-w', '-O2', '-g0', '-S', '-x', 'c', '-', '-o', '-'],
                   cwd=self.build.folder, input=text)

    def passes(self, driver, program, seconds=0, **environment):
        """Whether the program ends well, and the CPU time that it took."""
        environment = {k: str(v) for k, v in environment.items()}
        if seconds:
            environment['MUTATION_SECONDS'] = str(seconds)
        folder = tempfile.mkdtemp(dir=self.path('run'))
        child = subprocess.Popen(
            [driver, program] + SHORTENED.get(program, []),
            env={**self.environment, **environment, 'TMPDIR': folder},
            cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)
        timer = threading.Timer(60 + 30 * seconds, os.killpg,
                                (child.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = status
        shutil.rmtree(folder, ignore_errors=True)
        return status == 0, usage.ru_utime + usage.ru_stime


class Run:
    def __init__(self, bench, sources, chosen, jobs, quick):
        self.bench, self.sources, self.chosen = bench, sources, chosen
        self.quick = quick
        self.pool = concurrent.futures.ThreadPoolExecutor(jobs)
        self.time = {}      # of a program, in seconds of CPU
        self.reaching = {}  # function: the programs that reach it
        self.stillborn = set()
        self.kills = collections.Counter()  # by file and program

    # ---- Who reaches what ----

    def survey(self):
        functions, objects = [], []
        for source in self.sources:
            objects.append(self.pool.submit(
                self.bench.compile, source.path,
                source.marked(len(functions)), []))
            functions += source.functions
        driver = self.bench.link('driver', [o.result() for o in objects])

        def visit(program):
            report = self.bench.path('reached.' + program.replace('/', '_'))
            unit = program.startswith('tests/unit/')
            longest = MOST if unit else LONGEST
            passed, self.time[program] = self.bench.passes(
                driver, program, math.ceil(longest), MUTATION_REACHED=report)
            if self.time[program] > longest:
                print('left out: %s, of %.1f s' % (program, self.time[program]))
                return program, []
            if not passed:
                print('left out: %s, which fails without any mutant' % program)
                return program, []
            with open(report) as file:
                return program, {functions[int(line)] for line in file}
        for program, reached in self.pool.map(visit, self.bench.programs):
            for function in reached:
                self.reaching.setdefault(function, []).append(program)

    def programs_for(self, mutant, longest):
        if mutant.function is not None:
            found = self.reaching.get(mutant.function, [])
        elif mutant.source.functions:
            found = {p for f in mutant.source.functions
                     for p in self.reaching.get(f, [])}
        else:  # nothing but tables, which any may look into
            found = {p for programs in self.reaching.values()
                     for p in programs}
        path = mutant.source.path
        return sorted((p for p in found if self.time[p] <= longest),
                      key=lambda p: self.time[p] / (1 + self.kills[path, p]))

    def limit(self, program):
        return 1 + math.ceil(4 * self.time[program])

    # ---- The mutants of one file ----

    def compile_all(self, source, inside, options=()):
        """Without those that are no C, which the compiler tells."""
        while True:
            alive = set(inside) - self.stillborn
            try:
                return self.bench.compile(source.path, source.with_all(alive),
                                          list(options))
            except subprocess.CalledProcessError as error:
                bad = set(map(int, re.findall(r'^mutant:(\d+):.*error:',
                                              error.stderr, re.M)))
                if not bad:
                    raise
                self.stillborn |= {m for m in alive if m.number in bad}

    def killed(self, driver, mutant, longest, **environment):
        for program in self.programs_for(mutant, longest):
            if not self.bench.passes(driver, program, self.limit(program),
                                     MUTANT=mutant.number, **environment)[0]:
                self.kills[mutant.source.path, program] += 1
                return True
        return False

    def killed_alone(self, mutant, longest, options, **environment):
        name = '%d.%s' % (mutant.number, os.path.basename(mutant.source.path))
        try:
            made = self.bench.compile(name, mutant.apply(), list(options))
        except subprocess.CalledProcessError:
            self.stillborn.add(mutant)
            return False
        driver = self.bench.link(name + '.driver', [made], options)
        try:
            return self.killed(driver, mutant, longest, **environment)
        finally:
            os.remove(driver)

    def survivors(self, source, wanted, longest, options=(), **environment):
        """Those of the mutants `wanted` that no program sees."""
        inside = [m for m in wanted if m.function is not None]
        driver = self.bench.link(
            'driver', [self.compile_all(source, inside, options)], options)

        def is_killed(mutant):
            if mutant in self.stillborn:
                return False
            if mutant.function is None:
                return self.killed_alone(mutant, longest, options,
                                         **environment)
            return self.killed(driver, mutant, longest, **environment)
        dead = list(self.pool.map(is_killed, wanted))
        return [m for m, d in zip(wanted, dead)
                if not d and m not in self.stillborn]

    def changes_code(self, source, wanted):
        code = self.bench.code_of(source.text)
        changed = self.pool.map(
            lambda m: self.bench.code_of(m.apply()) != code, wanted)
        return [m for m, c in zip(wanted, changed) if c]

    def try_file(self, source):
        """The mutants that are C, those that are no fault, survivors."""
        wanted = [m for m in source.mutants() if m in self.chosen]
        for number, mutant in enumerate(wanted):
            mutant.number = number
        left = self.survivors(source, wanted, MOST, MUTATION_BYTES=MEMORY)
        faults = self.changes_code(source, left) if left else []
        equal = len(left) - len(faults)
        if faults and not self.quick:
            faults = self.survivors(
                source, faults, QUICK, SANITIZERS,
                ASAN_OPTIONS='hard_rss_limit_mb=1024')
        return [m for m in wanted if m not in self.stillborn], equal, faults


# ---- The list ----

def read_list():
    """Keys (file, function, line, changed line) with their reasons."""
    listed = {}
    with open(os.path.join(HERE, 'survivors.tsv')) as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                *key, reason = line.rstrip('\n').split('\t')
                if len(key) != 4 or not reason.strip():
                    sys.exit('mutate: survivors.tsv: bad line: ' + line)
                listed[tuple(key)] = reason
    return listed


def stale_entries(listed, sources, chosen, survivors):
    """Those that were run and did not survive, or that are no more."""
    alive = {m.key for m in survivors}
    tried = {m.key for m in chosen}
    known = {m.key for s in sources for m in s.mutants()}
    paths = {s.path for s in sources}
    return [key for key in listed if key[0] in paths and
            (key not in known or key in tried and key not in alive)]


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.strip().split('\n')[0])
    parser.add_argument('-j', '--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--sample', type=int, metavar='N',
                        help='so many of each file')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--quick', action='store_true',
                        help='the likeliest programs, no sanitizers')
    parser.add_argument('--build', default=os.path.join(TOP, 'build'))
    parser.add_argument('files', nargs='*', metavar='FILE')
    return parser.parse_args()


def sample(source, size, seed):
    """Mutants of a file, the same whatever other files are named."""
    every = source.mutants()
    if size is None or size >= len(every):
        return every
    return random.Random('%d %s' % (seed, source.path)).sample(every, size)


def programs_wanted(sources, quick):
    layers = {os.path.dirname(s.path) for s in sources} if quick else ()
    return re.compile('|'.join(QUICK_PROGRAMS[x] for x in layers))


def main():
    options = arguments()
    paths = options.files or sorted(
        path for layer in LAYERS
        for path in glob.glob(layer + '/*.c', root_dir=TOP))
    sources = []
    for path in paths:
        path = os.path.relpath(os.path.join(TOP, path), TOP)
        with open(os.path.join(TOP, path), encoding='utf-8') as file:
            sources.append(mutants.Source(path, file.read()))
    chosen = {m for s in sources
              for m in sample(s, options.sample, options.seed)}
    listed = read_list()
    with tempfile.TemporaryDirectory(
            prefix='mutation.', ignore_cleanup_errors=True) as scratch:
        bench = Bench(Build(options.build, options.jobs), scratch,
                      programs_wanted(sources, options.quick))
        session = Run(bench, sources, chosen, options.jobs, options.quick)
        session.survey()
        return report(session, listed)


def report(session, listed):
    total, survivors = [0] * 5, []
    print('mutants  killed   equal  listed unknown seconds file')
    for source in session.sources:
        began = time.monotonic()
        wanted, equal, left = session.try_file(source)
        survivors += left
        unknown = [m for m in left if m.key not in listed]
        figures = [len(wanted), len(wanted) - equal - len(left), equal,
                   len(left) - len(unknown), len(unknown)]
        if wanted:
            print('%7d %7d %7d %7d %7d %7d %s' % (
                *figures, time.monotonic() - began, source.path))
        for m in unknown:
            print('%s:%d: %s: %s → %s' % (m.key[0], m.line, *m.key[1:]))
        sys.stdout.flush()
        total = [a + b for a, b in zip(total, figures)]
    print('%7d %7d %7d %7d %7d         all' % tuple(total))
    stale = stale_entries(listed, session.sources, session.chosen, survivors)
    for key in stale:
        print('stale: %s: %s: %s → %s' % key)
    return 1 if total[4] or stale else 0


if __name__ == '__main__':
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as failure:
        sys.exit('mutate: %s: %s' % (failure.cmd[0], failure.stderr))
