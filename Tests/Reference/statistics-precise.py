"""Lower tails of beta distributions to 30 digits, where R's pbeta keeps fewer than 12.

    python3 Tests/Reference/statistics-precise.py

Writes statistics-precise.csv beside this script. Takes mpmath, at 45 digits: the density at x,
times the integral of density(x - s) / density(x) over s.
"""

import pathlib

import mpmath
from mpmath import mpf

mpmath.mp.dps = 45


def lower_tail(a, b, x):
    a, b, x = mpf(a), mpf(b), mpf(x)
    scale = mpmath.exp(
        a * mpmath.log(x) + b * mpmath.log1p(-x)
        + mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b))
    deviation = mpmath.sqrt(a * b / (a + b) ** 3)
    distance = (a / (a + b) - x) / deviation
    # Past the last point the integrand is below e**-110.
    end = mpmath.sqrt(distance**2 + 260) - distance + mpf("0.1")

    def integrand(t):
        s = t * deviation
        return mpmath.exp((a - 1) * mpmath.log1p(-s / x) + (b - 1) * mpmath.log1p(s / (1 - x)))

    points = [end * k / 8 for k in range(9)]
    return scale / (x * (1 - x)) * deviation * mpmath.quad(integrand, points)


def cases():
    for a, b in [
        (5e8, 5e8), (8.5e8, 1.5e8), (1e12, 3e12), (2e14, 8e14), (999.0e12, 1e12),
        (3452271.736095073, 6152543.204370572), (6470049.461957592, 1186412.0275745916),
        (541137.410328059, 30375228.01576818), (1e6, 1e9), (2219, 2001),
    ]:
        deviation = (a / (a + b) * (b / (a + b)) / (a + b)) ** 0.5
        for distance in [0.01, 1, 3, 10, 25]:
            yield a, b, a / (a + b) - distance * deviation


rows = [f"{a!r},{b!r},{x!r},{mpmath.nstr(lower_tail(a, b, x), 30)}" for a, b, x in cases()]
header = [f"# mpmath {mpmath.__version__}, {mpmath.mp.dps} digits", "a,b,x,lower"]
path = pathlib.Path(__file__).with_name("statistics-precise.csv")
path.write_text("\n".join(header + rows) + "\n")
