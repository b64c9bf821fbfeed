#!/bin/sh
# The manual page of a program, made of what it says of itself: of --help, whose
# lists have two columns, and of --version.
program=$1
version=$("$program" --version | head -n 1)
"$program" --help | awk -v version="$version" '
    function plain(s) {
        gsub(/\\/, "\\e", s); gsub(/-/, "\\-", s)
        return s ~ /^[.\x27]/ ? "\\&" s : s
    }
    function section(name) { print ".SH " name; list = "" }
    BEGIN {
        print ".TH ATTENTION 1 \"\" \"" plain(version) "\" \"User Commands\""
        print ".SH NAME"
        print "attention \\- one attention head, and more of them, at work on a text"
    }
    NR == 1 {
        sub(/^Usage: /, "")
        print ".SH SYNOPSIS\n.nf\n" plain($0) "\n.fi\n.SH DESCRIPTION"
        next
    }
    /^[A-Z][a-z]*:$/ { sub(/:$/, ""); section(toupper($0)); list = 1; next }
    /^Exit status: / { section("EXIT STATUS"); sub(/^Exit status: /, "") }
    /^$/ { if (list) section("NOTES"); else print ".PP"; next }
    list && /^  [^ ]/ {
        match($0, /[^ ]  +[^ ]/)
        if (RSTART == 0) { print ".TP\n.B " plain(substr($0, 3)); next }
        print ".TP\n.B " plain(substr($0, 3, RSTART - 2))
        print plain(substr($0, RSTART + RLENGTH - 1))
        next
    }
    { sub(/^ +/, ""); print plain($0) }
' | awk '
    # A section that holds nothing is left out.
    /^\.SH NOTES$/ { held = $0; next }
    held != "" && /^\.SH / { held = "" }
    held != "" { print held; held = "" }
    { print }
'
echo '.SH SEE ALSO'
echo 'The book that this program is: attention.pdf and the pages, in'
echo '.IR share/doc/attention-woven .'
