#!/bin/sh
# SPDX-License-Identifier: MIT
# A file includes only what stands below it, or beside it, and nothing includes
# itself by way of others; only lib/xml/ knows libxml2.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99

# What is found, as lines of KIND, a tab, and the fault.
faults()
{
    find lib cli -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort | {
        set --
        while IFS= read -r file; do
            set -- "$@" "$file"
        done
        $AWK '
        function fault(kind, text) { printf "%s\t%s\n", kind, text }

        function folder(file) { sub(/\/[^\/]*$/, "", file); return file }

        # Headers alone can include each other in a circle.
        function module(file) { return file }

        # How high a file stands; public headers are below everything.
        function rank(file) {
            if (file ~ /^lib\/include\//) return 0
            if (file ~ /^lib\/base\//) return 1
            if (file ~ /^lib\/finding\//) return 2
            if (file ~ /^lib\/(xml|schema)\//) return 3
            if (file ~ /^lib\/(record|registry|profile)\//) return 4
            if (file ~ /^lib\/rules\//) return 5
            if (file ~ /^lib\/[^\/]*$/) return 6
            if (file ~ /^cli\/report\//) return 7
            if (file ~ /^cli\//) return 8
            return -1
        }

        # The file of the tree that a name in an #include means.
        function find(from, name, quoted) {
            if (quoted && (folder(from) "/" name) in exists)
                return folder(from) "/" name
            if (("lib/" name) in exists) return "lib/" name
            if (("lib/include/" name) in exists) return "lib/include/" name
            if (name in exists) return name
            return ""
        }

        function include(from, to,    a, b) {
            if (rank(to) > rank(from))
                fault("upward", where ": " to " stands above it")
            a = folder(from)
            b = folder(to)
            if (a != b && rank(a "/") == rank(b "/")) {
                beside[a, b] = 1
                if ((b, a) in beside)
                    fault("cycle", where ": " a " and " b \
                        " include one another")
            }
            a = module(from)
            b = module(to)
            if (a != b && !((a, b) in edge)) {
                edge[a, b] = 1
                below[a, ++degree[a]] = b
            }
        }

        # Depth first; a module met again on its own way down is a cycle.
        function visit(m, way,    i) {
            state[m] = 1
            for (i = 1; i <= degree[m]; i++) {
                if (state[below[m, i]] == 1)
                    fault("cycle", way " > " below[m, i])
                else if (state[below[m, i]] == 0)
                    visit(below[m, i], way " > " below[m, i])
            }
            state[m] = 2
        }

        BEGIN {
            for (i = 1; i < ARGC; i++) {
                exists[ARGV[i]] = 1
                if (rank(ARGV[i]) < 0)
                    fault("unknown", ARGV[i] ": its folder has no layer")
            }
        }

        /^[ \t]*#[ \t]*include[ \t]*[<"]/ {
            where = FILENAME ":" FNR
            name = $0
            quoted = name ~ /^[^<]*"/
            sub(/^[^<"]*[<"]/, "", name)
            sub(/[>"].*$/, "", name)
            if (name ~ /^libxml\// && FILENAME !~ /^lib\/xml\//)
                fault("libxml", where ": includes <" name ">")
            to = find(FILENAME, name, quoted)
            if (to != "")
                include(FILENAME, to)
            else if ((quoted && name != "config.h") || name ~ /^cisvalidate\//)
                fault("unknown", where ": there is no " name)
        }

        END {
            for (i = 1; i < ARGC; i++)
                if (state[module(ARGV[i])] == 0)
                    visit(module(ARGV[i]), module(ARGV[i]))
        }' "$@"
    }
}

found=$(faults) || exit 99

of_kind()
{
    is_empty "$(printf '%s\n' "$found" | sed -n "s/^$1	//p")"
}

check 'every file has a layer, every include a file' of_kind unknown
check 'no file includes what stands above it' of_kind upward
check 'no include cycles' of_kind cycle
check 'only lib/xml includes libxml2' of_kind libxml
done_testing
