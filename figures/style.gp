# The look that all figures share.  A figure's script sets HEIGHT, in
# units of which WIDTH (400, if not set) are as wide as a column of
# text, and loads this file.  From make it has NAME, FORMAT (svg or pdf), DATA and OUT.

if (!exists('WIDTH')) WIDTH = 400
FONT = FORMAT eq 'svg' ? 'sans-serif' : 'Latin Modern Sans'
UNIT = FORMAT eq 'svg' ? 1.0 : 0.69     # one unit in points of a font
INCH = 10.5 / 2.54 / WIDTH              # one unit on paper

font(size) = sprintf('%s,%.3g', FONT, size * UNIT)
width(units) = FORMAT eq 'svg' ? units : 1.5 * units
disc(size) = FORMAT eq 'svg' ? size : 1.7 * size

if (FORMAT eq 'svg') {
    set terminal svg size WIDTH,HEIGHT fixed noenhanced font font(13)
} else {
    set terminal pdfcairo size WIDTH*INCH,HEIGHT*INCH noenhanced \
        font font(13) fontscale 1
}
set output OUT
set encoding utf8

set datafile separator tab
set datafile columnheaders
set style fill solid noborder
unset key

# Colours.  shade(t) is a scale of even steps of lightness in OKLab:
# blue for 0 < t <= 1, orange for -1 <= t < 0, nearly white at 0.
INK = 0x1f2328
FAINT = 0x585e66
BLUE = 0x1f5fb4
ORANGE = 0xa04a08

cube(x) = x * x * x
byte(x) = int(255 * encoded(x < 0 ? 0 : x > 1 ? 1 : x) + 0.5)
encoded(x) = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055
long(k, a, b) = cube(k + 0.3963377774 * a + 0.2158037573 * b)
medium(k, a, b) = cube(k - 0.1055613458 * a - 0.0638541728 * b)
short(k, a, b) = cube(k - 0.0894841775 * a - 1.2914855480 * b)
mixed(l, m, s) = \
    65536 * byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) \
    + 256 * byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) \
    + byte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
oklab(k, a, b) = mixed(long(k, a, b), medium(k, a, b), short(k, a, b))

# Forty steps are enough for the eye, and keep the files small.
step(t) = floor(40 * (abs(t) > 1 ? 1 : abs(t)) + 0.5) / 40.0
lightness(t) = 0.955 - 0.6 * step(t)
chroma(t) = 0.012 + 0.29 * step(t) * (1.25 - step(t))
hue(t) = (t < 0 ? 58 : 255) * pi / 180
shade(t) = oklab(lightness(t), chroma(t) * cos(hue(t)), \
                 chroma(t) * sin(hue(t)))

# Letters on a shade: white where white has the better contrast.
letters(t) = lightness(t) < 0.58 ? 0xffffff : 0x000000

# The name of the horizontal axis stands at the foot of the figure.
AXIS = "set label 9 axis at graph 0.5, screen 0.045 center tc rgb FAINT"

# A canvas in units, origin at the top left, nothing drawn by itself.
set macros
CANVAS = "set margins screen 0, screen 1, screen 0, screen 1; \
    unset border; unset tics; \
    set xrange [0:WIDTH]; set yrange [HEIGHT:0]"

# A strip of shades at the foot, number TAG, that ends at RIGHT: from shade
# LOWEST / LEVELS, called LOW, to shade 1, called HIGH.
LEGEND = "do for [q=LOWEST:LEVELS] { \
    set object 50 * TAG + q rect \
        from RIGHT - (LEVELS + 1 - q) * 9, HEIGHT - 15 \
        to RIGHT - (LEVELS - q) * 9 - 0.5, HEIGHT - 6 \
        fc rgb shade(1.0 * q / LEVELS) fs solid noborder }; \
    set label 50 * TAG LOW at RIGHT - (LEVELS + 1 - LOWEST) * 9 - 5, \
        HEIGHT - 10 right tc rgb FAINT font font(11); \
    set label 50 * TAG + 1 HIGH at RIGHT + 4, HEIGHT - 10 left \
        tc rgb FAINT font font(11)"
