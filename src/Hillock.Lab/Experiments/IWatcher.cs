namespace Hillock.Lab;

/// <summary>Someone who looks on while an experiment runs. Called by several threads at a time.</summary>
public interface IWatcher
{
    /// <summary>A run begins.</summary>
    void Started(Recipe recipe, ulong seed);

    /// <summary>An epoch of a run is over.</summary>
    void Passed(Recipe recipe, ulong seed, EpochRecord epoch);

    /// <summary>A run is over.</summary>
    void Finished(RunRecord run);
}
