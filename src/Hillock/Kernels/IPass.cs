namespace Hillock;

/// <summary>What one pass over spans does at one place, for lanes of any width.</summary>
internal interface IPass
{
    /// <summary>Computes the elements at <paramref name="i"/> and after, one per lane; does nothing and says <c>false</c> if any input there is infinite or NaN.</summary>
    bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>;

    /// <summary>Computes the element at <paramref name="i"/>, whose input is infinite or NaN.</summary>
    void AtEdge(nint i);
}
