namespace Hillock.Training;

/// <summary>What a product needs of a vector register of one width. <typeparamref name="V"/> is the register itself.</summary>
internal unsafe interface ILanes<V>
    where V : struct
{
    /// <summary>Floats in one register.</summary>
    static abstract int Count { get; }

    static abstract V Load(float* source);

    static abstract void Store(V value, float* destination);

    /// <summary>The same value in every lane.</summary>
    static abstract V All(float value);

    /// <summary>left·right + addend, rounded once, so that every width gives the same bits.</summary>
    static abstract V MultiplyAdd(V left, V right, V addend);
}
