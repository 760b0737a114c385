"""Evaluates generated functions of NumPy, JAX or Keras: python3 evaluate_numpy.py FOLDER NAMES POINTS; one line for each name and kind."""
import importlib
import sys
import warnings

import numpy as np

import stand_ins  # noqa: F401

folder, names, points = sys.argv[1:]
sys.path.insert(0, folder)
x = np.array([float(word) for word in open(points)])
for name in open(names).read().split():
    module = importlib.import_module(name)
    for kind, function in ("value", name), ("slope", name + "_slope"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            y = np.broadcast_to(getattr(module, function)(x), x.shape)
        print(name, kind, *(repr(float(v)) for v in y))
        inner = np.abs(x) <= 80
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            getattr(module, function)(x[inner])
        print(name, kind + "_warnings", len([w for w in caught if "underflow" not in str(w.message)]))
