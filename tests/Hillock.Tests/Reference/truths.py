#!/usr/bin/env python3
"""Writes truths.csv: f, f' and f'' of the functions that shared/golden has not, to 400 digits (python3-mpmath).

It has a few of the golden file's functions as well, at all of that file's points: there the golden file takes e^±100000 for
every greater exponential and differentiates what is then no longer constant, takes 0 for the slope of sign(x)·ln(1 + |x|) at 0,
or takes decimal parameters, where a double's distance from the decimal shows near a root.

Formulas are written here from the papers and from shared/reference/functions.md, independently of the C# code.
Columns are those of the golden file; df is empty at a kink, df and ddf where the difference quotients do not settle.
Usage: truths.py PATH_TO_SHARED
"""
import csv
import re
import sys

import mpmath as mp

mp.mp.dps = 400
H = mp.mpf(10) ** -100          # the steps of the difference quotients: their errors are of the order 1e-200
BEYOND = mp.mpf(10) ** 400      # no format has such numbers
FAR = 100000                    # e^±100000 is beyond every format


def p(v): return mp.mpf(float(v))   # a parameter is a double: near a root the decimal number differs
def exp(v): return mp.exp(max(-FAR, min(FAR, v)))
def expm1(v): return mp.expm1(max(-FAR, min(FAR, v)))
def sigmoid(v): return 1 / (1 + exp(-v)) if v >= 0 else exp(v) / (1 + exp(v))
def tanh(v): return mp.sign(v) * -mp.expm1(-2 * min(abs(v), FAR)) / (1 + exp(-2 * abs(v)))
def softplus(v): return mp.log1p(exp(v)) if v < 0 else v + mp.log1p(exp(-v))
def normcdf(v): return mp.mpf(v > 0) if abs(v) > 400 else mp.ncdf(v)
def erf(v): return mp.sign(v) if abs(v) > 30 else mp.erf(v)


sqrt, log, log1p, sin, cos, atan, sign, pi = mp.sqrt, mp.log, mp.log1p, mp.sin, mp.cos, mp.atan, mp.sign, mp.pi

# id | formula in x, with every number a decimal | kinks
FUNCTIONS = """
absolute | abs(x) | 0
square | x * x |
affine | x |
squ | x * x + x |
ncu | x - x * x * x |
parabolic_cone | x * (2 - x) |
seagull | log1p(x * x) |
symexp | sign(x) * expm1(abs(x)) |
sign | sign(x) | 0
binary | 1 if x > 0 else -1 | 0
ternary | 1 if x > 0.5 else -1 if x < -0.5 else 0 | -0.5;0.5
shifted_relu | max(x, -1) | -1
flexible_relu | max(x, 0) - p(0.398) | 0
generalized_relu | min(x, 6) if x > 0 else 0 | 0;6
abs_relu | x if x > 0 else 0.5 * abs(x) | 0
hat | x if 0 <= x <= 0.5 else 1 - x if 0.5 < x <= 1 else 0 | 0;0.5;1
triangle | min(max(1 - x, 0), max(1 + x, 0)) | -1;0;1
smelu | 0 if x <= -0.5 else x if x >= 0.5 else (x + 0.5) ** 2 / 2 |
squish | x + x * x / 32 if x > 0 else x + x * x / 2 if x >= -2 else 0 | -2
bi_firing | x - 0.5 if x > 1 else -x - 0.5 if x < -1 else x * x / 2 |
soft_modulus | x * x * (2 - abs(x)) if abs(x) <= 1 else abs(x) |
thlu | x if x >= 0 else tanh(x / 2) | 0
plu | max(p(0.1) * (x + 1) - 1, min(p(0.1) * (x - 1) + 1, x)) | -1;1
smu1 | (1.25 * x + sqrt((0.75 * x) ** 2 + 1)) / 2 |
slu | x if x >= 0 else 2 * log((exp(x) + 1) / 2) |
soft_plus_plus | softplus(x) + x / 2 - log(2) |
resp | 1.5 * x + log(2) if x >= 0 else softplus(x) | 0
sara | x if x >= 0 else x / (1 + 0.5 * exp(-p(0.7) * x)) | 0
crrelu | max(x, 0) + p(0.01) * x * exp(-x * x / 2) | 0
scaled_tanh | p(1.7159) * tanh(0.5 * x) |
stac_tanh | tanh(x) if abs(x) <= 1 else sign(x) * (tanh(1) + p(0.1) * (abs(x) - 1)) | -1;1
improved_sigmoid | sigmoid(x) if abs(x) <= 2 else p(0.2) * (x - 2) + sigmoid(2) if x > 2 else p(0.2) * (x + 2) + sigmoid(-2) | -2;2
siglin | sigmoid(x) + p(0.1) * x |
mef | x / (sqrt(1 + x * x) + 2) |
elliott | 0.5 * x / (1 + abs(x)) + 0.5 |
log_sqnl | 1 if x > 2 else (x - x * x / 4) / 2 + 0.5 if x >= 0 else (x + x * x / 4) / 2 + 0.5 if x >= -2 else 0 |
smoothstep | 0 if x < -0.5 else 1 if x > 0.5 else -2 * x ** 3 + 1.5 * x + 0.5 |
hexpo | -expm1(-x) if x >= 0 else expm1(x) |
double_silu | x * sigmoid(x * sigmoid(x)) |
flatten_t_swish | x * sigmoid(x) - p(0.2) if x >= 0 else -p(0.2) | 0
eanaf | x * tanh(softplus(x) / 2) |
lalu | x * (1 - exp(-x) / 2) if x >= 0 else x * exp(x) / 2 |
tsrelu | x * tanh(sigmoid(x)) |
tbsrelu | x * tanh(tanh(x / 2)) |
tanhsig | (x + tanh(x)) * sigmoid(x) |
tanhsoft1 | tanh(p(0.87) * x) * softplus(x) |
tanhsoft2 | x * tanh(p(0.6) * exp(x)) |
tanhsoft3 | log1p(exp(x) * tanh(p(0.85) * x)) if x < 1000 else x |
soft_root_sign | x / (x / 2 + exp(-x / 3)) |
fpflu | x if x >= 0 else x + x * x / sqrt(1 + x * x) |
swim | x / 2 * (1 + 0.5 * x / sqrt(1 + x * x)) |
lambda_gelu | x * normcdf(2 * x) |
tanh_exp | x * tanh(exp(x)) |
loglogish | x * -expm1(-exp(x)) |
gish | x * log1p(-expm1(-exp(x))) |
golu | x * exp(-exp(-x)) |
cloglog | -expm1(-exp(x)) |
loglog | exp(-exp(-x)) |
colu | x / (1 - x * exp(-(x + exp(x)))) |
symlog | sign(x) * log1p(abs(x)) |
star_relu | p(0.8944) * max(x, 0) ** 2 - p(0.4472) |
xielu | p(0.8) * x * x + x / 2 if x > 0 else p(0.8) * (expm1(x) - x) + x / 2 |
rrelu | x if x > 0 else x * 11 / 48 | 0
gelu_10 | min(max(x * normcdf(x), -10), 10) | 10
"""


def number(text): return f"mp.mpf('{text}')"


def compiled(formula):
    return eval("lambda x: " + re.sub(r"(?<![\w.])(\d+\.?\d*(?:e-?\d+)?)", lambda m: number(m[0]), formula), globals())


def text(v): return "0" if v == 0 else mp.nstr(v, 25, min_fixed=-5, max_fixed=20)


def row(name, f, kinks, x):
    v = mp.mpf(float(x))
    value, before, after = f(v), f(v - H), f(v + H)
    cells = [name, "", x, text(value)]
    left, right = (value - before) / H, (after - value) / H
    settled = abs(left - right) <= mp.mpf(10) ** -60 * max(1, abs(left), abs(right))
    if v in kinks or not settled or abs(value) > BEYOND:
        return cells + ["", ""]
    second = (after - 2 * value + before) / H ** 2
    return cells + [text((after - before) / (2 * H)), "" if any(abs(v - k) < mp.mpf(10) ** -30 for k in kinks) else text(second)]


def main(shared):
    with open(shared + "/golden/elementwise.csv") as golden:
        lines = list(csv.reader(golden))
    points = [cells[2] for cells in lines if cells[0] == "linear"]
    own = {name: [cells[2] for cells in lines if cells[0] == name] for name in {cells[0] for cells in lines}}
    specials, random = points[:len(points) // 4], points[len(points) // 4:]
    with open("truths.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id", "params", "x", "f", "df", "ddf"])
        for line in FUNCTIONS.strip().splitlines():
            name, formula, kinks = (part.strip() for part in line.split("|"))
            f, corners = compiled(formula), [mp.mpf(k) for k in kinks.split(";") if k]
            out.writerows(row(name, f, corners, x) for x in own.get(name, specials + random[::5]))


main(sys.argv[1])
