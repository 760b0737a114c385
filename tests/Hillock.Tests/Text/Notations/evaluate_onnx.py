"""Evaluates generated ONNX text by NumPy, operator by operator as ONNX defines them: python3 evaluate_onnx.py FOLDER NAMES POINTS."""
import math
import re
import sys

import numpy as np

folder, names, points = sys.argv[1:]
x = np.array([float(word) for word in open(points)])
erf = np.vectorize(math.erf, otypes=[float])


def sigmoid(v):
    e = np.exp(-np.abs(v))
    return np.where(v >= 0, 1.0, e) / (1.0 + e)


softplus = lambda v: np.logaddexp(0.0, v)
operators = dict(
    Add=np.add, Sub=np.subtract, Mul=np.multiply, Div=np.divide, Neg=np.negative, Greater=np.greater, Less=np.less, Where=np.where,
    Max=np.maximum, Min=np.minimum, Abs=np.abs, Sqrt=np.sqrt, Exp=np.exp, Log=np.log, Tanh=np.tanh, Sigmoid=sigmoid, Softplus=softplus,
    Erf=erf, Sin=np.sin, Cos=np.cos, Asinh=np.arcsinh, Atan=np.arctan, Identity=lambda v: v, CastLike=lambda v, like: v,
    Shape=np.shape, Expand=np.broadcast_to, Constant=lambda value: value, Relu=lambda v: np.maximum(v, 0.0), Softsign=lambda v: v / (1 + np.abs(v)),
    HardSwish=lambda v: v * np.clip(v / 6 + 0.5, 0, 1), Mish=lambda v: v * np.tanh(softplus(v)),
    LeakyRelu=lambda v, alpha: np.where(v < 0, alpha * v, v), Elu=lambda v, alpha: np.where(v < 0, alpha * np.expm1(v), v),
    Celu=lambda v, alpha: np.maximum(0, v) + np.minimum(0, alpha * np.expm1(v / alpha)), ThresholdedRelu=lambda v, alpha: np.where(v > alpha, v, 0.0),
    Shrink=lambda v, lambd, bias: np.where(v < -lambd, v + bias, np.where(v > lambd, v - bias, 0.0)),
    Gelu=lambda v, approximate: 0.5 * v * (1 + erf(v * math.sqrt(0.5))) if approximate == "none"
    else 0.5 * v * (1 + np.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v ** 3))))
node = re.compile(r"(\w+) = (?:hillock\.)?(\w+) (?:<(.*)> )?\((.*)\)$")


def attribute(text):
    name, value = text.split(" = ")
    return name, value[1:-1] if value[0] == '"' else float(re.sub(r"^double \{(.*)\}$", r"\1", value))


def run(lines, values, functions):
    for line in lines:
        result, operator, attributes, inputs = node.match(line).groups()
        inputs = [values[i] for i in inputs.split(", ") if i]
        if operator in functions:
            parameters, body = functions[operator]
            values[result] = run(body, dict(zip(parameters, inputs)), functions)["y"]
        else:
            values[result] = operators[operator](*inputs, **dict(attribute(a) for a in (attributes or "").split(", ") if a))
    return values


for name in open(names).read().split():
    text = open(f"{folder}/{name}.onnx.txt").read()
    functions = {f: (inputs.split(", "), [line.strip() for line in body.strip().split("\n")])
                 for f, inputs, body in re.findall(r'\[""\s:\s\d+\]>\n(\w+) \(([^)]*)\) => \(y\)\n\{\n(.*?)\n\}', text, re.S)}
    header = re.search(r"slope\)\n(?:<(.*)>\n)?\{\n(.*?)\n\}\n", text, re.S)
    initializers = {n: float(v) for n, v in re.findall(r"float (\w+) = \{(.*?)\}", header.group(1) or "")}
    with np.errstate(all="ignore"):
        values = run([line.strip() for line in header.group(2).split("\n")], dict(initializers, x=x), functions)
    for kind, key in ("value", "y"), ("slope", "slope"):
        print(name, kind, *(repr(float(v)) for v in np.broadcast_to(values[key], x.shape)))
