namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Magnitudes =>
    [
        Of(
            "absolute",
            Family.Classic,
            "",
            new(
                "[0, ∞)",
                "Rectification in early vision models; scattering networks.",
                "No dead units, exactly the magnitude.",
                "The sign is lost.",
                "Where the sign matters."),
            default(Absolute)) with { Aliases = ["abs", "vrelu"], Kinks = [0] },
        Of(
            "log_cosh",
            Family.Classic,
            "",
            new(
                "[0, ∞)",
                "A smooth absolute value; a loss that forgives outliers.",
                "Smooth, slope bounded by ±1.",
                "The sign of the input is lost.",
                "Where the sign matters."),
            default(LogCosh)),
        Of(
            "seagull",
            Family.Classic,
            "Gao et al. 2020",
            new(
                "[0, ∞)",
                "Networks for even targets.",
                "Even; large inputs cannot explode.",
                "The sign of the input is lost; slope fades as 2/x.",
                "Where the sign matters."),
            default(Seagull)),
        Of(
            "symlog",
            Family.Classic,
            "Hafner et al. 2023, arXiv:2301.04104",
            new(
                "(−∞, ∞)",
                "Inputs and targets of unknown size (DreamerV3).",
                "Compresses large values, leaves small ones, keeps the sign.",
                "Slope fades as 1/x.",
                "In every layer of a deep network: signals shrink."),
            default(Symlog)),
        Of(
            "symexp",
            Family.Classic,
            "Hafner et al. 2023, arXiv:2301.04104",
            new(
                "(−∞, ∞)",
                "Undoing symlog after the last layer.",
                "Restores any size.",
                "Explodes: float32 overflows at 88.7.",
                "In hidden layers."),
            default(Symexp)),
        Of(
            "bent_identity",
            Family.Classic,
            "",
            new(
                "(−∞, ∞)",
                "Named in collections; little used.",
                "Never flat, no corner, no exponential.",
                "Slope above 1 for positive inputs, so signals grow.",
                "In deep networks without normalisation."),
            default(BentIdentity)),
    ];
}
