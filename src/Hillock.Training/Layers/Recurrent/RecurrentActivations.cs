namespace Hillock.Training;

/// <summary>What recurrent layers apply unless told otherwise.</summary>
internal static class RecurrentActivations
{
    /// <summary>Of gates, which let through a share.</summary>
    public static Activation Gate => field ??= Catalog.Parse("sigmoid");

    /// <summary>Of candidates and states, which have either sign.</summary>
    public static Activation Cell => field ??= Catalog.Parse("tanh");
}
