#!/bin/sh
# The innermost loop of fast attention, one round of it, out of the disassembly
# of an object file: 24 fused operations with what loads their operands, and at
# most one instruction that moves an address on.
objdump -d --no-show-raw-insn --no-addresses "${1:-build/obj/lanes_16.o}" |
awk '
    { gsub(/\t/, " "); sub(/^ */, ""); sub(/ *$/, ""); line[NR] = $0 }
    END {
        for (i = 1; i + 35 <= NR; i++) {
            fused = copied = loaded = moved = 0
            for (j = i; fused + copied + loaded + moved == j - i; j++) {
                fused += line[j] ~ /^vfmadd231ps %zmm/
                copied += line[j] ~ /^vbroadcastss .*\(.*zmm/
                loaded += line[j] ~ /^vmov.ps .*\(.*,%zmm/
                moved += line[j] ~ /^(add|lea) /
                if (fused == 24 && copied == 8 && loaded == 3 &&
                    moved <= 1 && line[i] ~ /^vmov/) {
                    for (; i <= j; i++)
                        print line[i]
                    exit 0
                }
            }
        }
        print "No such loop was found." > "/dev/stderr"
        exit 1
    }'
