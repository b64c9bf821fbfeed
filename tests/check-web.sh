#!/bin/sh
# The pages as a browser and its tools see them; tests/web/check.mjs says what is
# asked of them.  Its npm packages go to build/npm, as the lock file pins them.
npm=build/npm
if ! cmp -s tests/web/package-lock.json $npm/package-lock.json ||
    [ ! -d $npm/node_modules ]; then
    rm -rf $npm
    mkdir -p $npm
    cp tests/web/package.json tests/web/package-lock.json $npm
    if ! npm ci --prefix $npm --ignore-scripts --no-audit --no-fund \
        --loglevel=error >$npm/log 2>&1; then
        cat $npm/log
        rm -rf $npm
        echo "FAILED: the packages of tests/web cannot be installed"
        echo "0 passed, 1 failed"
        exit 1
    fi
fi
exec node tests/web/check.mjs
