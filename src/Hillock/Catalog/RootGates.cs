namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> RootGates =>
    [
        Of(
            "pflu",
            Family.Gated,
            "Zhu et al. 2021",
            new(
                "[−0.150, ∞)",
                "Image networks in its paper.",
                "The shape of SiLU without an exponential.",
                "Its negative tail fades only as 1/x.",
                "Where silu is established."),
            default(Pflu)),
        Of(
            "fpflu",
            Family.Gated,
            "Zhu et al. 2021",
            new(
                "[−0.300, ∞)",
                "Image networks in its paper.",
                "Exactly x above, slope 1 at 0, no exponential.",
                "Its negative tail fades only as 1/x.",
                "Where silu is established."),
            default(Fpflu)),
        Of(
            "swim",
            Family.Gated,
            "Abdool & Dear 2023",
            new(
                "(−∞, ∞) for |k| below 1",
                "Reinforcement learning in its paper.",
                "The shape of a leaky SiLU without an exponential.",
                "Slopes (1 ± k)/2: signals shrink.",
                "With k = 1: pflu keeps the digits of the negative tail."),
            new Parameter("k", new Swim().K, -0.999, 0.999),
            static k => new Swim(k)),
    ];
}
