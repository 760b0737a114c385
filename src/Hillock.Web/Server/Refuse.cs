namespace Hillock.Web;

/// <summary>Says no to what a request asks for.</summary>
internal static class Refuse
{
    /// <summary>Says no unless something holds.</summary>
    /// <param name="holds">What should.</param>
    /// <param name="sentence">What is wrong, and what would be right.</param>
    /// <exception cref="HillockException">It does not.</exception>
    public static void Unless(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new HillockException(sentence);
        }
    }
}
