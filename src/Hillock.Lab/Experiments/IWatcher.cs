namespace Hillock.Lab;

/// <summary>Someone who looks on while an experiment runs. Called by several threads at a time.</summary>
public interface IWatcher
{
    /// <summary>A run begins.</summary>
    void Started(Activation activation, ulong seed);

    /// <summary>An epoch of a run is over.</summary>
    void Passed(Activation activation, ulong seed, EpochRecord epoch);

    /// <summary>A run is over.</summary>
    void Finished(RunRecord run);
}
