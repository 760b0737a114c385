namespace Hillock.Formulas;

/// <summary>Keras 3, on any of its backends.</summary>
internal sealed class Keras() : Python("keras", "Keras 3 functions for any backend", Library, ["import keras"], new PythonGrammar(Table))
{
    private const string Library = "keras.ops";

    private static readonly Dictionary<Type, Form> Table = new(Shared(Library).Concat(WithOurSlopes(Library)))
    {
        [typeof(Asinh)] = "keras.ops.arcsinh({0})",
        [typeof(Atan)] = "keras.ops.arctan({0})",
        [typeof(Sigmoid)] = "keras.ops.sigmoid({0})",
        [typeof(Softplus)] = "keras.ops.softplus({0})",
        [typeof(Erf)] = "keras.ops.erf({0})",
        [typeof(NormalCdf)] = Form.Call(new("_normcdf", """
            def _normcdf(x):
                # The chance that a standard normal is smaller. keras.ops has no erfc: below -5 this is 0 in float32.
                return 0.5 * (1.0 + keras.ops.erf(x * 0.7071067811865476))
            """)),
        [typeof(Surrogate)] = new("_surrogate({0}, {1})", Helper: new("_surrogate", """
            def _surrogate(value, smooth):
                # The value of the one with the slope of the other.
                return keras.ops.stop_gradient(value) + (smooth - keras.ops.stop_gradient(smooth))
            """)),
    };
}
