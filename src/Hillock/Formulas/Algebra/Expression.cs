using System.Buffers.Binary;
using System.Text;

namespace Hillock.Formulas;

/// <summary>What a formula computes: an operation on other expressions, shared wherever it occurs again.</summary>
/// <remarks>
/// Equal expressions have equal keys, whoever made them, so that comparing costs nothing and what is written twice is computed once.
/// Limits on size and depth are kept when an expression is made; everything that walks through one relies on them.
/// </remarks>
internal sealed class Expression : IEquatable<Expression>
{
    private const int Deepest = 250;

    // Written out, with nothing shared.
    private const long Largest = 1_000_000;

    private const int KeyBytes = 16;

    private Expression(Operation operation, Expression[] operands)
    {
        (Operation, Operands) = (operation, operands);
        Depth = 1 + operands.Select(o => o.Depth).DefaultIfEmpty().Max();
        Size = 1 + operands.Sum(o => o.Size);
        DependsOnInput = operation is Input or Wildcard || operands.Any(o => o.DependsOnInput);
        IsConstant = operation is not (Input or Value or ScaledByValue or Wildcard or NumberWildcard) && operands.All(o => o.IsConstant);
        Signs = SignRules.Of(operation, operands);
        if (Depth > Deepest || Size > Largest)
        {
            throw new HillockException(FormattableString.Invariant(
                $"The formula is too large: it has at most {Largest:N0} operations, {Deepest} of them one within the other."));
        }

        Key = KeyOf(operation, operands);
    }

    /// <summary>What is done.</summary>
    public Operation Operation { get; }

    /// <summary>What it is done to.</summary>
    public IReadOnlyList<Expression> Operands { get; }

    /// <summary>How many operations lie one within the other.</summary>
    public int Depth { get; }

    /// <summary>How many operations there are when nothing is shared.</summary>
    public long Size { get; }

    /// <summary>Whether x occurs in it.</summary>
    public bool DependsOnInput { get; }

    /// <summary>Whether it is a number, known before x and the parameters are.</summary>
    public bool IsConstant { get; }

    /// <summary>Which signs it may have, as far as can be seen.</summary>
    public Signs Signs { get; }

    private UInt128 Key { get; }

    /// <summary>An operation on operands.</summary>
    /// <exception cref="HillockException">It would be too large.</exception>
    public static Expression Of(Operation operation, params Expression[] operands) => new(operation, operands);

    /// <summary>The value in any algebra, each shared expression evaluated once.</summary>
    public T Of<T>(Arguments<T> arguments)
        where T : struct, IReal<T> =>
        new Program(this).Of(arguments);

    /// <inheritdoc/>
    public bool Equals(Expression? other) => other is not null && other.Key == Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>FNV-1a of 128 bits (Fowler, Noll and Vo, RFC 9923): a cryptographic one would bring its own libraries into every trimmed program.</summary>
    private static UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        var (prime, hash) = (new UInt128(0x0000000001000000, 0x000000000000013B), new UInt128(0x6C62272E07BB0142, 0x62B821756295C58D));
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * prime;
        }

        return hash;
    }

    private static UInt128 KeyOf(Operation operation, Expression[] operands)
    {
        UInt128[] keys = [.. operands.Select(o => o.Key)];
        if (operation.Commutes)
        {
            Array.Sort(keys);
        }

        var name = Encoding.UTF8.GetBytes(operation.ToString());
        Span<byte> bytes = stackalloc byte[(keys.Length * KeyBytes) + name.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(bytes[(i * KeyBytes)..], keys[i]);
        }

        name.CopyTo(bytes[(keys.Length * KeyBytes)..]);
        return Hash(bytes);
    }
}
