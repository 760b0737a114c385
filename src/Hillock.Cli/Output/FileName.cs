using System.Security.Cryptography;
using System.Text;

namespace Hillock.Cli;

/// <summary>Names of files after functions.</summary>
internal static class FileName
{
    /// <summary>The function's name; a formula, which may have any characters, by letters, digits and a fingerprint.</summary>
    public static string Of(string function)
    {
        if (function.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ',' or '=' or ' ' or '(' or ')'))
        {
            return function;
        }

        const int Longest = 40;
        var plain = string.Concat(function.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(function)).AsSpan(0, 4));
        return $"{plain[..Math.Min(plain.Length, Longest)]}-{fingerprint}";
    }
}
