"""The functions of JAX and Keras that generated code may call, on NumPy: what runs with them has the right names and the right values.

JAX and Keras themselves are not in Debian. The names below are those of their documentation; one that is not there is an error."""
import math
import sys
import types

import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


erf = np.vectorize(math.erf, otypes=[float])
special = dict(erf=erf, erfc=np.vectorize(math.erfc, otypes=[float]), ndtr=lambda x: 0.5 * np.vectorize(math.erfc)(-x * math.sqrt(0.5)))
shared = {name: getattr(np, name) for name in
          "where full_like ones_like abs sqrt exp log log1p expm1 tanh sin cos arcsinh arctan".split()}
neural = dict(sigmoid=sigmoid, softplus=lambda x: np.logaddexp(0.0, x))


def module(name, **members):
    made = types.ModuleType(name)
    vars(made).update(members)
    sys.modules[name] = made
    return made


ops = module("keras.ops", **shared, **neural, erf=erf, stop_gradient=lambda x: x)
module("keras", ops=ops)
special = module("jax.scipy.special", **special)
module("jax", numpy=module("jax.numpy", **shared), nn=types.SimpleNamespace(**neural), lax=types.SimpleNamespace(stop_gradient=lambda x: x),
       scipy=module("jax.scipy", special=special))
