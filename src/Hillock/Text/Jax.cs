namespace Hillock.Formulas;

/// <summary>JAX.</summary>
internal sealed class Jax() : Python("jax", "JAX functions, to be differentiated and compiled", "jnp", ["import jax", "import jax.numpy as jnp", "import jax.scipy.special"], new PythonGrammar(Table))
{
    private static readonly Dictionary<Type, Form> Table = new(Shared("jnp").Concat(WithOurSlopes("jnp")))
    {
        [typeof(Asinh)] = "jnp.arcsinh({0})",
        [typeof(Atan)] = "jnp.arctan({0})",
        [typeof(Sigmoid)] = "jax.nn.sigmoid({0})",
        [typeof(Softplus)] = "jax.nn.softplus({0})",
        [typeof(Erf)] = "jax.scipy.special.erf({0})",
        [typeof(NormalCdf)] = "jax.scipy.special.ndtr({0})",
        [typeof(Surrogate)] = new("_surrogate({0}, {1})", Helper: new("_surrogate", """
            def _surrogate(value, smooth):
                # The value of the one with the slope of the other.
                return jax.lax.stop_gradient(value) + (smooth - jax.lax.stop_gradient(smooth))
            """)),
    };
}
