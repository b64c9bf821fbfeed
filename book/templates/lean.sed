# What pandoc writes into a page and no reader needs.  The whole page is one
# line to sed (-z), and no style attribute is left, so that the page can forbid
# them.

# Formulas: the TeX beside the MathML, and what is the default anyway.
s,<annotation [^>]*>[^<]*</annotation>,,g
s,</?semantics>,,g
s, display="inline" xmlns="[^"]*",,g
s,(<math display="block") xmlns="[^"]*",\1,g
s, stretchy="true" form="(pre|post)fix",,g
s,<mtext mathvariant="normal">,<mtext>,g

# Tables: alignment is a class; columns find their widths.
s,[ \n]style="text-align: left;", class="l",g
s,[ \n]style="text-align: right;", class="r",g
s,[ \n]style="text-align: center;", class="c",g
s,<tr[ \n]class="(odd|even|header)">,<tr>,g
s,<table[ \n]style="width:[^"]*">,<table>,g
s,<colgroup>([^<]*<col [^>]*>)*[^<]*</colgroup>\n,,g

# Citations: their data, and a role that ARIA has given up.
s,[ \n]data-cites="[^"]*",,g
s,[ \n]role="doc-biblioentry",,g

# What scrolls in a narrow window has a stop for the keyboard.
s,<p>(<math display="block">),<p tabindex="0">\1,g
s,<pre[ \n]class="sourceCode,<pre tabindex="0" class="sourceCode,g

# Code that is not a chunk: a name and an empty link for every line.
s,<span id="cb[0-9]+-[0-9]+"><a[^>]*></a>,<span>,g
