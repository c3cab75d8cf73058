# SPDX-License-Identifier: MIT
# The stages of ./dev ci, which reads this file. A stage is one row of the
# table: its name, the Debian packages that it needs beside those of dev
# (joined by commas), and the command that runs it in its own folder,
# build-ci/NAME. What it says is in build-ci/NAME.log. Exceptions from what
# the tools report are in tests/ci/, .clang-tidy and .shellcheckrc.

ci_stages()
{
    cat <<'EOF'
gcc        strace,valgrind         ci_suite CC=gcc
clang      clang,strace,valgrind   ci_suite CC=clang
asan       gcc                     ci_suite CC=gcc --enable-sanitizers
ubsan      clang,libclang-rt-dev   ci_integers
tsan       gcc                     ci_threads
valgrind   valgrind                ci_memory
analyzer   gcc                     ci_analyzer
tidy       clang-tidy              ci_tidy
cppcheck   cppcheck                ci_cppcheck
format     clang-format            ci_format
shellcheck shellcheck              ci_shellcheck
coverage   gcc                     ci_coverage
fuzz       clang,libclang-rt-dev   ci_dev fuzz --short
planted    gcc                     ci_dev fuzz --planted
oss-fuzz   clang,libclang-rt-dev,zip,unzip  ci_dev fuzz --oss-fuzz
libxml2    dpkg-dev                ci_libxml2
distcheck  xz-utils                ci_distcheck
EOF
}

ci_jobs=$(getconf _NPROCESSORS_ONLN || echo 2)

# Configures the folder anew where it was configured otherwise, and builds.
ci_configured()
{
    if ! test -f Makefile || test "$(cat ci-arguments)" != "$*"; then
        "$root/configure" -q --enable-werror "$@"
        echo "$*" >ci-arguments
    fi
}

ci_suite()
{
    ci_configured "$@"
    make -s -j"$ci_jobs"
    make -s -j"$ci_jobs" check
}

# Beside what C leaves undefined: what it defines and nobody meant.
ci_integers()
{
    ci_suite CC=clang CFLAGS="-O1 -g \
-fsanitize-ignorelist=$root/tests/ci/sanitize.ignore" \
        --enable-sanitizers="address,undefined,local-bounds,\
unsigned-integer-overflow,implicit-conversion"
}

# The tests with threads; libxml2 is not instrumented, and needs no exception.
ci_threads()
{
    ci_configured CC=gcc --enable-sanitizers=thread
    make -s -j"$ci_jobs"
    make -s check TESTS='tests/check/threads.t tests/cli/corpus.t
        tests/cli/input.t tests/cli/jobs.t tests/cli/terminal.t
        tests/unit/test_corpus'
}

# A sample, for valgrind takes its time: what owns memory, and the command
# over all fixtures and every format.
ci_memory()
{
    memcheck='valgrind -q --error-exitcode=9 --leak-check=full'
    ci_configured CC=gcc CFLAGS='-O1 -g'
    make -s -j"$ci_jobs"
    make -s -j"$ci_jobs" check LOG_COMPILER="$memcheck" TESTS='
        tests/unit/test_access tests/unit/test_arena tests/unit/test_corpus
        tests/unit/test_decode tests/unit/test_guard tests/unit/test_host
        tests/unit/test_map tests/unit/test_reader tests/unit/test_record
        tests/unit/test_registry tests/unit/test_source tests/unit/test_tree'
    for format in text json ndjson sarif junit github gitlab; do
        status=0
        ./libtool --mode=execute $memcheck cli/cisvalidate --sandbox=off -j2 \
            --corpus -f $format "$root/tests/data" >report || status=$?
        test $status -eq 1 || exit 1
    done
}

# Left out, for they are wrong here: gcc 12 does not follow what belongs to an
# arena, nor __attribute__((cleanup)), and takes a stream that the caller
# closes for a leak.
ci_analyzer()
{
    ci_configured CC=gcc CFLAGS="-O1 -g -fanalyzer \
-Wno-analyzer-malloc-leak -Wno-analyzer-file-leak"
    make -s -j"$ci_jobs" lib/libparts.la cli/libcommand.la
}

ci_sources()
{
    (cd "$root" && find lib cli -name '*.c' | LC_ALL=C sort)
}

ci_tidy()
{
    ci_configured
    here=$PWD
    cd "$root"
    # One process for a file: the analyser forgets less between them.
    ci_sources | xargs -P "$ci_jobs" -I FILE clang-tidy --quiet FILE -- \
        -std=gnu11 -D_GNU_SOURCE -DHAVE_CONFIG_H -I"$here" -Ilib/include \
        -Ilib -Icli $(pkg-config --cflags libxml-2.0 jansson)
}

ci_cppcheck()
{
    cd "$root"
    cppcheck -q --std=c11 --error-exitcode=1 -j"$ci_jobs" \
        --enable=warning,performance,portability \
        --suppressions-list=tests/ci/cppcheck.txt \
        -D_GNU_SOURCE -D__linux__ -D__x86_64__ -Ilib/include -Ilib -Icli \
        lib cli
}

# Each version has a layout of its own; this is the one of the tree.
ci_format()
{
    clang-format --version | grep -q 'version 14\.' || exit 77
    cd "$root"
    find lib cli schema fuzz tests bench doc -name '*.[ch]' \
        -exec clang-format --dry-run -Werror {} +
}

ci_shellcheck()
{
    cd "$root"
    shellcheck dev .ci/run
    find tests bench fuzz '(' -name '*.sh' -o -name '*.t' ')' \
        -exec shellcheck {} +
}

ci_coverage()
{
    sh "$root/tests/coverage.sh" "$root"
}

ci_dev()
{
    "$root/dev" "$@"
}

# The newest libxml2 that Debian has.
ci_libxml2()
{
    sh "$root/tests/libxml2.sh"
}

# Built, tested and installed from the tarball itself.
ci_distcheck()
{
    ci_configured
    make -j"$ci_jobs" distcheck
    ls -l ./*.tar.xz
}

# The packages of a stage that are neither commands nor installed here.
ci_missing()
{
    for package in $(echo "$1" | tr , ' '); do
        have "$package" || dpkg -s "$package" >/dev/null 2>&1 ||
            case $package in xz-utils) have xz ;; *) false ;; esac ||
            echo "$package"
    done
}

# What a stage has to say of itself: its tests, or how it failed.
ci_words()
{
    results=$1/ci-results
    grep -h -E '^(# (PASS|XFAIL|FAIL|XPASS|ERROR|SKIP): |FAIL:|ERROR:)' \
        "$1.log" >"$results" || true
    if grep -q '^# PASS:' "$results"; then
        count "$results"
    elif test "$2" -ne 0; then
        echo "see $1.log"
    fi
}

# ci_run NAME PACKAGES COMMAND...: one line of output.
ci_run()
{
    name=$1
    missing=$(ci_missing "$2" | tr '\n' ' ')
    folder=$root/build-ci/$name
    shift 2
    mkdir -p "$folder"
    if test -n "$missing"; then
        status=77
        words="needs $missing"
    else
        set +e
        (set -e; cd "$folder" && "$@") >"$folder.log" 2>&1 </dev/null
        status=$?
        set -e
        words=$(ci_words "$folder" $status)
    fi
    case $status in
    0) result=passed passed=$((passed + 1)) ;;
    77) result=skipped skipped=$((skipped + 1)) ;;
    *) result=failed failed=$((failed + 1)) ;;
    esac
    printf '%-10s  %-7s  %s\n' "$name" "$result" "$words"
}

# The rows of the stages named, or all of them.
ci_chosen()
{
    test $# -gt 0 || { ci_stages; return; }
    for name in "$@"; do
        ci_stages | grep "^$name " || echo "dev: no stage is called $name:" \
            "$(ci_stages | awk '{ printf " %s", $1 }')" >&2
    done
}

# ci [NAME]...: runs those stages, or all of them.
ci()
{
    passed=0 failed=0 skipped=0
    rows=$(ci_chosen "$@")
    test $# -eq 0 || test "$(echo "$rows" | grep -c .)" -eq $# || exit 2
    install_all $(ci_missing "$(echo "$rows" | awk '{ print $2 }' |
        paste -sd, -)" | sort -u)
    while read -r row; do
        # shellcheck disable=SC2086 # words are wanted
        ci_run $row
    done <<EOF
$rows
EOF
    echo "$passed passed, $failed failed, $skipped skipped"
    test $failed -eq 0
}
