"""Writes fixtures.json: the statistics computed a second time, in exact fractions and with Python's own normal
distribution. Run: python3 engine/statistics/testing/fixtures.py"""

import json
import pathlib
from decimal import Decimal, getcontext
from fractions import Fraction
from itertools import product
from statistics import NormalDist

getcontext().prec = 40
MASK = 0xFFFFFFFF
RESAMPLES, SEED = 2000, 20_231_207
normal = NormalDist()


def root(x):
    return (Decimal(x.numerator) / Decimal(x.denominator)).sqrt()


def describe(values):
    x = [Fraction(v) for v in values if v is not None]
    n = len(x)
    mean = sum(x) / n
    if n < 2:
        return {"n": n, "mean": float(mean), "sd": None, "sem": None}
    variance = sum((v - mean) ** 2 for v in x) / (n - 1)
    return {"n": n, "mean": float(mean), "sd": float(root(variance)), "sem": float(root(variance / n))}


class Xoshiro:
    def __init__(self, state):
        self.s = list(state)

    @classmethod
    def seeded(cls, seed):
        state = []
        for i in range(1, 5):
            z = (seed + i * 0x9E3779B9) & MASK
            z = ((z ^ (z >> 16)) * 0x21F0AAAD) & MASK
            z = ((z ^ (z >> 15)) * 0x735A2D97) & MASK
            state.append(z ^ (z >> 15))
        return cls(state)

    def bits(self):
        def rotl(x, k):
            return ((x << k) | (x >> (32 - k))) & MASK

        s = self.s
        result = (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)
        return result

    def below(self, n):
        limit = 2**32 - 2**32 % n
        while True:
            draw = self.bits()
            if draw < limit:
                return draw % n


def as_read(values):
    # decimals as a person reads them: what ties in print ties here
    return [Fraction(str(round(v, 12))) for v in values]


def bca(values):
    x = sorted(as_read(values))
    n = len(x)
    mean = sum(x) / n
    random = Xoshiro.seeded(SEED + n)
    means = sorted(sum(x[random.below(n)] for _ in range(n)) / n for _ in range(RESAMPLES))
    share = (sum(m < mean for m in means) + Fraction(sum(m == mean for m in means), 2)) / RESAMPLES
    z0 = normal.inv_cdf(float(share))
    d = [v - mean for v in x]
    squares = sum(v**2 for v in d)
    a = float(sum(v**3 for v in d)) / (6 * float(squares) ** 1.5)

    def end(z):
        p = normal.cdf(z0 + (z0 + z) / (1 - a * (z0 + z)))
        place = min(max(p * (RESAMPLES + 1) - 1, 0), RESAMPLES - 1)
        k = int(place)
        upper = means[min(k + 1, RESAMPLES - 1)]
        return float(means[k]) + (place - k) * float(upper - means[k])

    return [end(normal.inv_cdf(0.025)), end(normal.inv_cdf(0.975))]


def abc(values):
    x = [Fraction(v) for v in values]
    n = len(x)
    mean = sum(x) / n
    m2 = sum((v - mean) ** 2 for v in x) / n
    m3 = sum((v - mean) ** 3 for v in x) / n
    # through the moments: spread = sd_n / sqrt(n), a = skewness / (6 sqrt(n))
    spread = root(m2 / n)
    a = (Decimal(m3.numerator) / Decimal(m3.denominator)) / root(m2**3) / (6 * Decimal(n).sqrt())

    def end(z):
        w = a + Decimal(z)
        return float(Decimal(mean.numerator) / Decimal(mean.denominator) + spread * w / (1 - a * w) ** 2)

    return [end(normal.inv_cdf(0.025)), end(normal.inv_cdf(0.975))]


def sign_flip(values):
    x = as_read(values)
    observed = abs(sum(x))
    patterns = list(product((1, -1), repeat=len(x)))
    return float(Fraction(sum(abs(sum(s * v for s, v in zip(p, x))) >= observed for p in patterns), len(patterns)))


def d_av(a, b):
    spread = (Decimal(describe(a)["sd"]) + Decimal(describe(b)["sd"])) / 2
    mean = sum(Fraction(x) - Fraction(y) for x, y in zip(a, b)) / len(a)
    return float(Decimal(mean.numerator) / Decimal(mean.denominator) / spread)


three = [0.1, 0.7, 1e-3]
seven = [4.25, 3.5, -1.125, 0.0, 7.75, 2.5, 2.5]
twelve = [1.3, 2.9, 0.2, 5.1, 4.4, 3.3, 2.2, 8.9, 1.1, 0.7, 6.2, 2.4]
other = [1.0, 2.0, 0.5, 4.0, 4.9, 2.3, 2.1, 6.0, 1.4, 0.1, 5.5, 2.0]
thirty = [((i * 7919) % 31) / 8 - 1 for i in range(30)]
random = Xoshiro([1, 2, 3, 4])

fixtures = {
    "describe": [{"values": v, **describe(v)} for v in (three, seven, twelve, [None, 2.5, None, 1.5], [3.25])],
    "bits": [random.bits() for _ in range(8)],
    "bca": [{"values": v, "interval": bca(v)} for v in (twelve, thirty)],
    "abc": [{"values": v, "interval": abc(v)} for v in (twelve, thirty)],
    "signFlip": [{"values": v, "p": sign_flip(v)} for v in (three, seven, [a - b for a, b in zip(twelve, other)])],
    "dAv": {"a": twelve, "b": other, "value": d_av(twelve, other)},
    "normalCdf": [[z / 4, normal.cdf(z / 4)] for z in range(-24, 25)],
}
pathlib.Path(__file__).with_name("fixtures.json").write_text(json.dumps(fixtures, indent=1) + "\n")
