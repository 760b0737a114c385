namespace Hillock.Training;

/// <summary>Where the rows of a factor or a result begin: any place each, as elements from a common start.</summary>
internal sealed unsafe class RowPlaces
{
    /// <summary>Rows of the tallest tile. After the last row the table repeats it, so that a tile may always read and write as many.</summary>
    public const int Tallest = 8;

    private readonly int[] _places;

    /// <summary>Rows at these places.</summary>
    public RowPlaces(IReadOnlyCollection<int> places)
    {
        Count = places.Count;
        _places = GC.AllocateArray<int>((Count + Tallest - 1) / Tallest * Tallest, pinned: true);
        var i = 0;
        foreach (var place in places)
        {
            _places[i++] = place;
        }
        if (Count > 0)
        {
            _places.AsSpan(Count).Fill(_places[Count - 1]);
        }
    }

    /// <summary>All at the start: one row that every row of a tile begins with.</summary>
    public static RowPlaces AllAtStart { get; } = new(new int[Tallest]);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The table; the object must be kept alive while it is read.</summary>
    public int* Pointer => (int*)System.Runtime.CompilerServices.Unsafe.AsPointer(
        ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_places));
}
