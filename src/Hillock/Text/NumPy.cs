namespace Hillock.Formulas;

/// <summary>NumPy.</summary>
internal sealed class NumPy() : Python("numpy", "NumPy functions", "np", ["import math", "import numpy as np"], new PythonGrammar(Table))
{
    private static readonly Dictionary<Type, Form> Table = new(Shared("np"))
    {
        [typeof(Abs)] = "np.abs({0})",
        [typeof(Max)] = "np.maximum({0}, {1})",
        [typeof(Min)] = "np.minimum({0}, {1})",
        [typeof(Clamp)] = "np.clip({0}, {1}, {2})",
        [typeof(Asinh)] = "np.arcsinh({0})",
        [typeof(Atan)] = "np.arctan({0})",
        [typeof(Softplus)] = "np.logaddexp(0.0, {0})",
        [typeof(Sigmoid)] = Form.Call(new("_sigmoid", """
            def _sigmoid(x):
                # No exponential of it can overflow, and it is small rather than 0 far below 0.
                e = np.exp(-np.abs(x))
                return np.where(x >= 0, 1.0, e) / (1.0 + e)
            """)),
        [typeof(Erf)] = Form.Call(new("_erf", """
            # NumPy has no error function; this is Python's own, element by element (scipy.special.erf is the faster one).
            _erf = np.vectorize(math.erf, otypes=[float])
            """)),
        [typeof(NormalCdf)] = Form.Call(new("_normcdf", """
            def _normcdf(x):
                # The chance that a standard normal is smaller; by erfc, because 1 + erf(x) loses the lower tail.
                return 0.5 * _erfc(x * -0.7071067811865476)
            """, new Helper("_erfc", """
            # NumPy has no error function; this is Python's own, element by element (scipy.special.erfc is the faster one).
            _erfc = np.vectorize(math.erfc, otypes=[float])
            """))),
    };
}
