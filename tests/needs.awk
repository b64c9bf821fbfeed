# Reads `nm -A -P` of the objects of a library, and prints, for each exercise,
# which other exercises' functions it needs, directly or through objects of the
# book. exercises: "NAME:FUNCTION NAME:FUNCTION ..."
BEGIN {
    n = split(exercises, list, " ")
    for (i = 1; i <= n; i++) {
        split(list[i], pair, ":")
        own[pair[1]] = pair[2]
        exercise[pair[2]] = 1
    }
}
{
    file = $1
    sub(/:$/, "", file)
    if ($3 == "U")
        lacks[file] = lacks[file] " " $2
    else if ($3 ~ /^[A-Z]$/)
        home[$2] = file
}
function visit(name, file,    i, n, symbol) {
    if ((name, file) in seen)
        return
    seen[name, file] = 1
    n = split(lacks[file], symbol, " ")
    for (i = 1; i <= n; i++)
        if (symbol[i] in exercise) {
            if (symbol[i] != own[name] && !((name, symbol[i]) in told)) {
                told[name, symbol[i]] = 1
                print name, symbol[i]
            }
        } else if (symbol[i] in home)
            visit(name, home[symbol[i]])
}
END {
    for (name in own)
        for (file in lacks)
            if (file ~ ("/yours/" name "\\.o$"))
                visit(name, file)
}
