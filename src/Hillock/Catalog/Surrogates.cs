namespace Hillock;

public static partial class Catalog
{
    /// <summary>How a surrogate slope is chosen where parameters are given: <c>step(surrogate=sigmoid)</c>.</summary>
    internal const string SurrogateWord = "surrogate";

    /// <summary>A function of steps, which trains with the slope of another, chosen by name.</summary>
    /// <remarks>
    /// straight_through passes gradients unchanged (Bengio et al. 2013, arXiv:1308.3432), hard_tanh within ±1 only (Courbariaux et al.
    /// 2016, arXiv:1602.02830); softsign fades as 1/x² (Zenke and Ganguli 2018, arXiv:1705.11146).
    /// </remarks>
    private static Function Stepwise<F>(string name, Family family, string origin, Facts facts, F f)
        where F : struct, IActivation
    {
        return Of(name, family, origin, facts, f) with
        {
            Surrogates =
            [
                With("straight_through", default(Linear)),
                With("hard_tanh", new HardTanh()),
                With("sigmoid", default(Sigmoid)),
                With("tanh", default(Tanh)),
                With("softsign", default(Softsign)),
            ],
        };

        Function With<S>(string surrogate, S smooth)
            where S : struct, IActivation =>
            Of(name, family, origin, facts, new WithSlopeOf<F, S>(f, smooth)) with { Surrogate = surrogate };
    }
}
