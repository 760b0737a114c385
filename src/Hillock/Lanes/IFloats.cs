namespace Hillock;

/// <summary>
/// Floats side by side, for functions of the four operations, roots and choices. A primitive would lose the accuracy that is
/// promised, so kernels take doubles where there is one; here it is computed float by float, slowly.
/// </summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IFloats<T> : ILanes<T>
    where T : struct, IFloats<T>, IReal<T>
{
    /// <inheritdoc/>
    static T IReal<T>.Exp(T x) => Each(x, Elementary.Exp);

    /// <inheritdoc/>
    static T IReal<T>.Log(T x) => Each(x, Elementary.Log);

    /// <inheritdoc/>
    static T IReal<T>.Log1P(T x) => Each(x, Elementary.Log1P);

    /// <inheritdoc/>
    static T IReal<T>.ExpM1(T x, out T exp)
    {
        exp = Each(x, Elementary.Exp);
        return Each(x, static v => Elementary.ExpM1(v, out _));
    }

    /// <inheritdoc/>
    static T IReal<T>.Sigmoid(T x, out T complement)
    {
        complement = Each(-x, static v => Elementary.Sigmoid(v, out _));
        return Each(x, static v => Elementary.Sigmoid(v, out _));
    }

    /// <inheritdoc/>
    static T IReal<T>.Tanh(T x, out T sechSquared)
    {
        sechSquared = Each(x, static v =>
        {
            Elementary.Tanh(v, out var companion);
            return companion;
        });
        return Each(x, static v => Elementary.Tanh(v, out _));
    }

    /// <inheritdoc/>
    static T IReal<T>.Softplus(T x, out T sigmoid, out T complement)
    {
        sigmoid = T.Sigmoid(x, out complement);
        return Each(x, static v => Elementary.Softplus(v, out _, out _));
    }

    /// <inheritdoc/>
    static T IReal<T>.NormalCdf(T x, out T density)
    {
        density = Each(x, static v =>
        {
            Elementary.NormalCdf(v, out var companion);
            return companion;
        });
        return Each(x, static v => Elementary.NormalCdf(v, out _));
    }

    private static T Each(T x, Func<Doubles1, Doubles1> function)
    {
        Span<float> lanes = stackalloc float[T.Count];
        x.Store(ref lanes[0]);
        foreach (ref var lane in lanes)
        {
            function(new(lane)).Store(ref lane);
        }

        return T.Load(in lanes[0]);
    }
}
